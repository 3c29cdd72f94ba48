package dev.afterglow.messaging;

import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.policy.Objection;
import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The ledger of messages. A send is reserved here under journey, business key, step, occasion and channel before it
 * leaves; whoever comes second finds the first one's row. Rows change by compare-and-set: a late worker, whose attempt
 * is no longer the latest or whose lease is over, changes nothing.
 */
@Repository
class Ledger {

    /** Longer than a hand-over can take, shorter than the engine keeps a job for us. */
    static final Duration LEASE = Duration.ofSeconds(90);

    private static final String FIND = """
            select id, status, reason, purpose, locale, recipient, subject, html, plain, fields, unsubscribe, decided_at,
              not_before, rendered_at, leased_until, handed_over_at, attempt, resends
            from messages
            """;
    private static final String OF_WISH =
            FIND + " where journey = ? and business_key = ? and step = ? and occasion = ? and channel = ?";
    private static final String INSERT = """
            insert into messages (id, journey, business_key, step, occasion, channel, transport, customer_id, order_id,
              template, decided_at, purpose, topic, locale, edition, recipient, subject, html, plain, fields, unsubscribe,
              rendered_at, status, reason, not_before, leased_until, sent_at, attempt, resends)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0)
            on conflict do nothing
            """;
    private static final String DECIDE = """
            update messages set purpose = ?, topic = ?, locale = ?, edition = ?, recipient = ?, subject = ?, html = ?, plain = ?,
              fields = ?, unsubscribe = ?, rendered_at = ?, status = ?, reason = ?, not_before = ?, leased_until = ?,
              sent_at = ?, attempt = attempt + 1
            where id = ? and attempt = ? and status = ?
            """;
    private static final String TAKE_OVER = """
            update messages set status = 'reserved', leased_until = ?, not_before = null, attempt = attempt + 1,
              resends = resends + ?
            where id = ? and attempt = ? and status = ?
            """;
    private static final String MARK = """
            update messages set status = 'handed-over', handed_over_at = coalesce(handed_over_at, ?)
            where id = ? and attempt = ? and status = 'reserved' and leased_until > ?
            """;
    private static final String SETTLE = """
            update messages set status = ?, reason = ?, sent_at = ?, provider_id = ?, not_before = ?, leased_until = null
            where id = ? and attempt = ? and status in ('deferred', 'reserved', 'handed-over', 'uncertain')
            """;
    private static final String EVIDENCE = """
            update messages set status = 'accepted', reason = null, sent_at = handed_over_at,
              provider_id = coalesce(provider_id, ?), not_before = null, leased_until = null, attempt = attempt + 1
            where id = ? and handed_over_at is not null
              and status in ('uncertain', 'handed-over', 'reserved', 'deferred')
            """;

    private static final String GIVE_BACK = """
            update messages set status = 'deferred', reason = ?, leased_until = null,
              handed_over_at = case when resends = 0 then null else handed_over_at end
            where id = ? and attempt = ? and status in ('reserved', 'handed-over')
            """;
    private static final String REPEAT = """
            update messages set status = 'deferred', reason = ?, leased_until = null, resends = resends + 1
            where id = ? and attempt = ? and status = 'handed-over'
            """;
    private static final String RESOLVE = """
            update messages set status = 'resolved', reason = ?, resolved_by = ?, resolved_at = ?, not_before = null,
              leased_until = null
            where id = ? and (status = 'uncertain' or (status = 'handed-over' and leased_until < ?))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is known of this wish on this channel; empty when it is new. */
    Optional<Entry> find(SendRequest wish, String channel) {
        return jdbc.sql(OF_WISH)
                .params(wish.journey(), wish.businessKey(), wish.step(), wish.occasion(), channel)
                .query(Rows::entry)
                .optional();
    }

    /** The row with this id. */
    Optional<Entry> find(String id) {
        return jdbc.sql(FIND + " where id = ?").param(id).query(Rows::entry).optional();
    }

    /**
     * Writes down a new decision.
     *
     * @return empty when somebody was quicker: then theirs counts
     */
    Optional<Reservation> open(String id, SendRequest wish, Draft draft, Channel channel) {
        List<@Nullable Object> params = new ArrayList<>(List.of(
                id,
                wish.journey(),
                wish.businessKey(),
                wish.step(),
                wish.occasion(),
                channel.name(),
                channel.transport()));
        params.add(wish.customerId());
        params.add(wish.orderId());
        params.add(wish.template());
        params.add(Instants.param(clock.instant()));
        params.addAll(decision(draft, channel));
        return jdbc.sql(INSERT).params(params).update() == 1
                ? Optional.of(answer(id, 1, draft, channel))
                : Optional.empty();
    }

    /** Decides anew about a row that waited, or that somebody left behind. */
    Reservation decide(Entry entry, Draft draft, Channel channel) {
        List<@Nullable Object> params = decision(draft, channel);
        params.add(entry.id());
        params.add(entry.attempt());
        params.add(entry.status().word());
        return jdbc.sql(DECIDE).params(params).update() == 1
                ? answer(entry.id(), entry.attempt() + 1, draft, channel)
                : new Reservation.Theirs();
    }

    /** Takes a row that was left behind, with the words as they were written. */
    Reservation takeOver(Entry entry, Envelope envelope) {
        var until = Instants.param(clock.instant().plus(LEASE));
        int resend = entry.status() == Status.UNCERTAIN || entry.status() == Status.HANDED_OVER ? 1 : 0;
        boolean ours = jdbc.sql(TAKE_OVER)
                        .params(
                                until,
                                resend,
                                entry.id(),
                                entry.attempt(),
                                entry.status().word())
                        .update()
                == 1;
        return ours ? new Reservation.Ours(envelope, entry.attempt() + 1) : new Reservation.Theirs();
    }

    /**
     * Notes that from here on nobody can tell whether the message left.
     *
     * @throws TransientFailure when the lease is over: then it may be somebody else's
     */
    void mark(String id, int attempt) {
        var now = Instants.param(clock.instant());
        if (jdbc.sql(MARK).params(now, id, attempt, now).update() != 1) {
            throw new TransientFailure("it took too long to send", new IllegalStateException("the lease is over"));
        }
    }

    /** The channel took it. */
    void accepted(String id, int attempt, @Nullable String providerId) {
        settle(id, attempt, Status.ACCEPTED, null, providerId, null);
    }

    /** The channel refused it for good. */
    void rejected(String id, int attempt, String reason) {
        settle(id, attempt, Status.REJECTED, reason, null, null);
    }

    /** Nobody knows; it is looked at again at that time, if at all. */
    void uncertain(String id, int attempt, String reason, @Nullable Instant lookAgain) {
        settle(id, attempt, Status.UNCERTAIN, reason, null, lookAgain);
    }

    /**
     * A person decided about an uncertain message.
     *
     * @return false when it is not uncertain any more
     */
    boolean resolve(String id, String decision, String by) {
        var now = Instants.param(clock.instant());
        return jdbc.sql(RESOLVE).params(decision, by, now, id, now).update() == 1;
    }

    /** What a person sent again surely did not leave this time, and the question from before remains. */
    void uncertainAgain(String id) {
        jdbc.sql("update messages set status = 'uncertain' where id = ? and status = 'deferred'")
                .param(id)
                .update();
    }

    /** This attempt surely did not leave: the next may take it. */
    void giveBack(String id, int attempt, String reason) {
        jdbc.sql(GIVE_BACK).params(reason, id, attempt).update();
    }

    /** It may have left, and the next attempt may take it all the same: the other side drops the second. */
    void repeat(String id, int attempt, String reason) {
        jdbc.sql(REPEAT).params(reason, id, attempt).update();
    }

    /**
     * The provider says it had it. Whoever is about to send it once more is stopped; what never left is not believed.
     *
     * @return whether that changed anything
     */
    boolean evidence(String id, @Nullable String providerId) {
        return jdbc.sql(EVIDENCE).params(providerId, id).update() == 1;
    }

    private void settle(
            String id,
            int attempt,
            Status status,
            @Nullable String reason,
            @Nullable String providerId,
            @Nullable Instant lookAgain) {
        jdbc.sql(SETTLE)
                .param(status.word())
                .param(reason)
                .param(status == Status.ACCEPTED ? Instants.param(clock.instant()) : null)
                .param(providerId)
                .param(lookAgain == null ? null : Instants.param(lookAgain))
                .params(id, attempt)
                .update();
    }

    private static Reservation answer(String id, int attempt, Draft draft, Channel channel) {
        return switch (draft.objection()) {
            case Objection.Silence(String reason) -> new Reservation.Decided(new Delivery.Silent(id, reason), true);
            case Objection.Wait(String reason, Instant until) ->
                new Reservation.Decided(new Delivery.Deferred(id, reason, until), true);
            case null ->
                channel.onlyKeeps()
                        ? new Reservation.Decided(new Delivery.Sent(id), true)
                        : new Reservation.Ours(draft.written(), attempt);
        };
    }

    /** Two customers are one: what either got, the one who stayed got. */
    @EventListener
    void follow(CustomersMerged merge) {
        jdbc.sql("update messages set customer_id = ? where customer_id = ?")
                .params(merge.stayed(), merge.merged())
                .update();
    }

    /** From purpose to sent_at, in the order of the columns. */
    private List<@Nullable Object> decision(Draft draft, Channel channel) {
        Instant now = clock.instant();
        boolean leaves = draft.envelope() != null && !channel.onlyKeeps();
        boolean kept = draft.envelope() != null && channel.onlyKeeps();
        List<@Nullable Object> params = new ArrayList<>();
        params.add(draft.purpose().word());
        params.add(draft.topic().word());
        params.add(draft.locale());
        params.add(draft.edition());
        params.add(draft.recipient());
        params.addAll(Rows.words(draft.envelope()));
        params.add(draft.status(channel).word());
        params.add(draft.objection() == null ? null : draft.objection().reason());
        params.add(draft.objection() instanceof Objection.Wait wait ? Instants.param(wait.until()) : null);
        params.add(leaves ? Instants.param(now.plus(LEASE)) : null);
        params.add(kept ? Instants.param(now) : null);
        return params;
    }
}
