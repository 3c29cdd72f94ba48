package dev.afterglow.customer;

import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All addresses nothing is sent to. Only keyed hashes are kept, so that an erased person is still left in peace. */
@Repository
public class Suppressions {

    // why: one that stops everything comes before one that ends only marketing, and for ever before for a while.
    private static final String FIND = """
            select channel, reason, source, at, until from suppressions
            where channel = ? and address_hash = ? and shop in ('*', ?) and lifted_at is null and (until is null or until > ?)
            order by case when reason in ('complaint', 'unsubscribed') then 1 else 0 end,
              case when until is null then 0 else 1 end, at
            limit 1
            """;
    private static final String INSERT = """
            insert into suppressions (shop, channel, address_hash, reason, source, at, until)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String UPDATE = """
            update suppressions set source = ?, at = ?, until = ?, lifted_at = null, lifted_by = null
            where shop = ? and channel = ? and address_hash = ? and reason = ?
            """;
    private static final String LIFT = """
            update suppressions set lifted_at = ?, lifted_by = ?
            where channel = ? and address_hash = ? and shop in ('*', ?) and lifted_at is null
            """;
    private static final String SINCE = """
            select at from suppressions
            where channel = ? and address_hash = ? and shop = ? and reason = ? and lifted_at is null
            """;
    private static final String LIFT_ONE = """
            update suppressions set lifted_at = ?, lifted_by = ?
            where channel = ? and address_hash = ? and shop = ? and reason = ? and lifted_at is null
            """;
    private static final String BOUNCED = """
            insert into soft_bounces (channel, address_hash, provider_event_id, at) values (?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String BOUNCES =
            "select at from soft_bounces where channel = ? and address_hash = ? and at > ? order by at";
    private static final String FORGET = "delete from soft_bounces where channel = ? and address_hash = ?";

    /** What is a fact about an address is one for every shop. */
    private static final String ALL = "*";

    private final JdbcClient jdbc;
    private final AddressHashes hashes;
    private final SuppressionSettings settings;
    private final Clock clock;

    Suppressions(JdbcClient jdbc, AddressHashes hashes, SuppressionSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.settings = settings;
        this.clock = clock;
    }

    /** From now on nothing goes to this address on this channel, from no shop. */
    @Transactional
    public void suppress(String channel, String address, String reason, String source) {
        keep(ALL, channel, hashes.of(channel, address), reason, source, clock.instant(), null);
    }

    /** From now on nothing goes from this shop to this address on this channel. */
    @Transactional
    public void suppress(ShopKey shop, String channel, String address, String reason, String source) {
        keep(shop.name(), channel, hashes.of(channel, address), reason, source, clock.instant(), null);
    }

    /** It could not be reached this time. Too often for too long, and it is left alone for a while. */
    @Transactional
    public void softBounce(String channel, String address, String providerEventId, Instant at) {
        String hash = hashes.of(channel, address);
        jdbc.sql(BOUNCED)
                .params(channel, hash, providerEventId, Instants.param(at))
                .update();
        SuppressionSettings.SoftBounces limits = settings.softBounces();
        List<Instant> bounces = jdbc.sql(BOUNCES)
                .params(channel, hash, Instants.param(at.minus(limits.rest())))
                .query((row, number) -> Instants.required(row, "at"))
                .list();
        boolean tooOften = bounces.size() >= limits.many()
                && Duration.between(bounces.getFirst(), bounces.getLast()).compareTo(limits.over()) >= 0;
        if (tooOften) {
            keep(ALL, channel, hash, Suppression.SOFT_BOUNCES, "bounces", at, at.plus(limits.rest()));
        }
    }

    /** Why nothing goes from this shop to this address now; of several reasons the strictest. */
    public Optional<Suppression> find(ShopKey shop, String channel, String address) {
        return jdbc.sql(FIND)
                .params(channel, hashes.of(channel, address), shop.name(), Instants.param(clock.instant()))
                .query(Suppressions::suppression)
                .optional();
    }

    /**
     * Lets this shop's messages go there again, and forgets its bounces. What stands for every shop ends for every shop:
     * an address that exists again exists for all.
     *
     * @param by who decided it
     * @return false when nothing was suppressed
     */
    @Transactional
    public boolean lift(ShopKey shop, String channel, String address, String by) {
        String hash = hashes.of(channel, address);
        jdbc.sql(FORGET).params(channel, hash).update();
        return jdbc.sql(LIFT)
                        .params(Instants.param(clock.instant()), by, channel, hash, shop.name())
                        .update()
                > 0;
    }

    /** The keyed hash of an address: who has the address can find it again, and nobody can read it. */
    public String fingerprint(String channel, String address) {
        return hashes.of(channel, address);
    }

    /** Since when nothing goes from this shop to this address for this reason; empty when it may. */
    Optional<Instant> since(ShopKey shop, String channel, String address, String reason) {
        return jdbc.sql(SINCE)
                .params(channel, hashes.of(channel, address), shop.name(), reason)
                .query((row, number) -> Instants.required(row, "at"))
                .optional();
    }

    /** Takes this one reason of this shop back; others stay. */
    void lift(ShopKey shop, String channel, String address, String reason, String by) {
        jdbc.sql(LIFT_ONE)
                .params(Instants.param(clock.instant()), by, channel, hashes.of(channel, address), shop.name(), reason)
                .update();
    }

    private void keep(
            String shop,
            String channel,
            String hash,
            String reason,
            String source,
            Instant at,
            @Nullable Instant until) {
        var since = Instants.param(at);
        var end = Instants.param(until);
        int added = jdbc.sql(INSERT)
                .params(shop, channel, hash, reason, source, since, end)
                .update();
        if (added == 0) {
            jdbc.sql(UPDATE)
                    .params(source, since, end, shop, channel, hash, reason)
                    .update();
        }
    }

    private static Suppression suppression(ResultSet row, int number) throws SQLException {
        return new Suppression(
                row.getString("channel"),
                row.getString("reason"),
                row.getString("source"),
                Instants.required(row, "at"),
                Instants.optional(row, "until"));
    }
}
