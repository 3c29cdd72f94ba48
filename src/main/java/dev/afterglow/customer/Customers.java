package dev.afterglow.customer;

import com.fasterxml.uuid.Generators;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.FieldStamps;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All customers. */
@Repository
public class Customers {

    private static final String FIND = """
            select id, shop, email, phone, first_name, last_name, locale, time_zone from customers
            where id = ? and erased_at is null
            """;
    // why: H2 parses a statement that locks each time it runs, so this one is short, and what is read comes after it.
    private static final String LOCK = "select id from customers where id = ? for update";
    private static final String OWNER = "select customer_id from customer_identities where shop = ? and identity = ?";
    private static final String CLAIM =
            "insert into customer_identities (shop, identity, customer_id) values (?, ?, ?) on conflict do nothing";
    private static final String AT_EMAIL = """
            select id from customers where lower(email) = ?
            union select customer_id from customer_identities where identity = ?
            """;
    private static final String AT_PHONE = "select id from customers where phone = ?";
    private static final String IDS = """
            select c.id from customers c where c.id = :id or c.id = (select stayed_id from customer_merges where merged_id = :id)
            """;
    private static final String MERGED = "select merged_id from customer_merges where stayed_id = ? order by merged_id";
    private static final String SHOP = "select shop from customers where id = ?";
    private static final String ERASED = "select erased_at from customers where id = ?";
    private static final String MARK_ERASED =
            "update customers set erased_at = :now where id in (:ids) and erased_at is null";

    private final JdbcClient jdbc;
    private final Merging merging;
    private final Profiles profiles;
    private final ChosenPreferences chosen;
    private final Clock clock;

    Customers(JdbcClient jdbc, ApplicationEventPublisher publisher, Clock clock) {
        this.jdbc = jdbc;
        this.merging = new Merging(jdbc, publisher, clock);
        this.profiles = new Profiles(jdbc, clock);
        this.chosen = new ChosenPreferences(jdbc, clock);
        this.clock = clock;
    }

    /** The customer with this id of ours; of one who was merged with another, the one who stayed; nobody once erased. */
    public Optional<Customer> find(String id) {
        return read(id).or(() -> merging.stayed(id).flatMap(this::read));
    }

    /**
     * The same, and nobody changes what this person allows until the transaction is over: whoever withdraws consent
     * holds the person too, so either we see it, or it comes after us.
     */
    public Optional<Customer> hold(String id) {
        return lock(id).or(() -> merging.stayed(id).flatMap(this::lock)).flatMap(this::read);
    }

    /** Whose customer this is or was, erased or not; empty when nobody has this id. */
    public Optional<ShopKey> shop(String id) {
        return jdbc.sql(SHOP).param(stayed(id)).query(String.class).optional().map(ShopKey::new);
    }

    /** The ids of all who are reached at this address on this channel, whichever shop's customers they are. */
    public List<String> at(String channel, String address) {
        String normal = Addresses.normal(channel, address);
        return switch (channel) {
            case "email" ->
                jdbc.sql(AT_EMAIL)
                        .params(normal, "email:" + normal)
                        .query(String.class)
                        .list();
            case "sms", "whatsapp" ->
                jdbc.sql(AT_PHONE).param(normal).query(String.class).list();
            default -> find(address).map(Customer::id).stream().toList();
        };
    }

    /** Those of them who are this shop's. */
    public List<String> at(ShopKey shop, String channel, String address) {
        return at(channel, address).stream()
                .filter(id -> shop(id).filter(shop::equals).isPresent())
                .toList();
    }

    /** Who has this account of the shop, by our id. */
    public Optional<String> account(ShopKey shop, String shopId) {
        return owner(shop, "shop:" + shopId);
    }

    /** What this person chose; {@link Preferences#NONE} when nothing. */
    public Preferences preferences(String id) {
        return chosen.of(stayed(id));
    }

    /** What a person who was just found or held chose. */
    public Preferences preferences(Customer found) {
        return chosen.of(found.id());
    }

    /** Keeps what this person chose now, in place of what was chosen before. Of somebody unknown nothing is kept. */
    @Transactional
    public void prefer(String id, Preferences preferences) {
        hold(id).ifPresent(customer -> chosen.keep(customer.id(), preferences));
    }

    /** The id that counts: another one when this person was merged. */
    String stayed(String id) {
        return merging.stayed(id).orElse(id);
    }

    private Optional<Customer> read(String id) {
        return jdbc.sql(FIND).param(id).query(Customers::customer).optional();
    }

    private Optional<String> lock(String id) {
        return jdbc.sql(LOCK).param(id).query(String.class).optional();
    }

    /** All ids this person has, the one that counts first; of an erased person too. Empty when nobody has this id. */
    public List<String> ids(String id) {
        List<String> ids = new ArrayList<>(
                jdbc.sql(IDS).param("id", id).query(String.class).list());
        if (!ids.isEmpty()) {
            ids.addAll(
                    jdbc.sql(MERGED).param(ids.getFirst()).query(String.class).list());
        }
        return ids;
    }

    /** Whether this person was known, and was erased. */
    public boolean isErased(String id) {
        return jdbc.sql(ERASED)
                .param(stayed(id))
                .query((row, number) -> row.getTimestamp("erased_at") != null)
                .optional()
                .orElse(false);
    }

    /** From now on these ids stand for nobody. */
    @Transactional
    public void markErased(Collection<String> ids) {
        jdbc.sql(MARK_ERASED).param("now", now()).param("ids", ids).update();
    }

    /**
     * Finds the person these facts are about among this shop's customers, or makes a new one, and keeps what is new.
     *
     * @return our id, or empty when the facts name nobody
     */
    @Transactional
    public Optional<String> recognise(ShopKey shop, CustomerFacts facts) {
        return recognise(shop, facts, clock.instant(), "");
    }

    /**
     * The same, of facts that were so at a time: of each fact the one told latest by that time stays.
     *
     * @param tie tells two reports of the same moment apart
     */
    @Transactional
    public Optional<String> recognise(ShopKey shop, CustomerFacts facts, Instant at, String tie) {
        String stamp = FieldStamps.stamp(at, tie);
        List<String> identities = identities(facts);
        if (identities.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> owners = owners(shop, identities);
        Optional<String> known =
                List.copyOf(owners.values()).stream().reduce(this::one).filter(id -> profiles.update(id, facts, stamp));
        String id = known.orElseGet(() -> create(shop, facts, stamp));
        long others = identities.stream()
                .filter(identity -> !id.equals(owners.get(identity)))
                .filter(identity -> !claim(shop, identity, id))
                .count();
        return Optional.of(known.isPresent() || others == 0 ? id : settle(shop, id, identities, facts, stamp));
    }

    /** Whose these identities are, as far as they are anybody's, in their order. */
    private Map<String, String> owners(ShopKey shop, List<String> identities) {
        Map<String, String> owners = new LinkedHashMap<>();
        identities.forEach(identity -> owner(shop, identity).ifPresent(owner -> owners.put(identity, owner)));
        return owners;
    }

    /** The ids of all whom these facts name among this shop's customers; nothing is kept. */
    public List<String> named(ShopKey shop, CustomerFacts facts) {
        return identities(facts).stream()
                .flatMap(identity -> owner(shop, identity).stream())
                .map(this::stayed)
                .distinct()
                .toList();
    }

    // why: two first orders of one person may arrive at once; whoever claimed one of the identities first wins.
    private String settle(ShopKey shop, String created, List<String> identities, CustomerFacts facts, String stamp) {
        Optional<String> winner = identities.stream()
                .flatMap(identity -> owner(shop, identity).stream())
                .filter(owner -> !owner.equals(created))
                .findFirst();
        winner.ifPresent(id -> {
            merging.drop(created, id);
            profiles.update(id, facts, stamp);
        });
        return winner.orElse(created);
    }

    // why: two accounts may share an address; only a guest is taken for the owner of the account.
    private String one(String account, String guest) {
        if (!account.equals(guest) && merging.isGuest(guest)) {
            merging.merge(guest, account);
        }
        return account;
    }

    private Optional<String> owner(ShopKey shop, String identity) {
        return jdbc.sql(OWNER).params(shop.name(), identity).query(String.class).optional();
    }

    /** False when it is somebody's already. */
    private boolean claim(ShopKey shop, String identity, String customerId) {
        return jdbc.sql(CLAIM).params(shop.name(), identity, customerId).update() == 1;
    }

    private String create(ShopKey shop, CustomerFacts facts, String stamp) {
        String id = "c-" + Generators.timeBasedEpochGenerator().generate();
        profiles.create(id, shop, facts, stamp);
        return id;
    }

    private static List<String> identities(CustomerFacts facts) {
        List<String> identities = new ArrayList<>();
        if (facts.shopId() != null) {
            identities.add("shop:" + facts.shopId());
        }
        if (facts.email() != null) {
            identities.add("email:" + facts.email().toLowerCase(Locale.ROOT));
        }
        return identities;
    }

    private @Nullable OffsetDateTime now() {
        return Instants.param(clock.instant());
    }

    private static Customer customer(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getString("id"),
                new ShopKey(row.getString("shop")),
                row.getString("email"),
                row.getString("phone"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("locale"),
                row.getString("time_zone"));
    }
}
