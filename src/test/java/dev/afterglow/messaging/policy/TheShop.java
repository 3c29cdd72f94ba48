package dev.afterglow.messaging.policy;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customer;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.CustomerRoom;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.customer.Topic;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderRoom;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Parcels;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.Instants;
import dev.afterglow.support.Cases;
import dev.afterglow.support.SupportRoom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All the policies judge by, in a real database. */
public final class TheShop {

    static final PolicySettings AS_SHIPPED_BUT_NOT_SPREAD = new PolicySettings(
            new PolicySettings.QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), false),
            new PolicySettings.Frequency(1, 3),
            Duration.ZERO);

    public final Customers customers;
    public final Consents consents;
    public final Suppressions suppressions;
    public final Orders orders;
    public final Parcels parcels;
    public final Cases cases;
    private final Database database;
    private ConsentSettings consent = ConsentSettings.NONE;
    private PolicySettings settings = AS_SHIPPED_BUT_NOT_SPREAD;
    private Instant moment = Instant.parse("2026-01-01T00:00:00Z");

    public TheShop(Database database, MovableClock clock) {
        this.database = database;
        CustomerRoom room = new CustomerRoom(database, clock);
        customers = room.customers();
        consents = room.consents();
        suppressions = room.suppressions();
        orders = OrderRoom.orders(database, clock);
        parcels = OrderRoom.parcels(database, clock);
        cases = SupportRoom.cases(database);
    }

    public Policies policies() {
        Shops shop =
                SomeShops.one("Shop", null, "Shop <hello@shop.example>", Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
        return new Policies(
                consents,
                suppressions,
                orders,
                parcels,
                cases,
                new PastMessages(database.client()),
                settings,
                consent,
                shop);
    }

    void decides(ConsentSettings other) {
        consent = other;
    }

    /** Writes at any hour of the day. */
    public void neverSleeps() {
        settings = new PolicySettings(
                new PolicySettings.QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false),
                new PolicySettings.Frequency(1, 3),
                Duration.ZERO);
    }

    void settles(PolicySettings other) {
        settings = other;
    }

    Instant nextMoment() {
        moment = moment.plusSeconds(1);
        return moment;
    }

    public String customer(String email, String locale) {
        return customers
                .recognise(ShopKey.MAIN, new CustomerFacts(null, email, null, null, null, locale, null))
                .orElseThrow();
    }

    Customer person(String id, String locale) {
        return new Customer(id, "ada@example.com", "+4915123456789", "Ada", null, locale, null);
    }

    void bought(String customer, String order, Instant paidAt) {
        orders.keep(Order.of(order, "shop")
                .customerId(customer)
                .status(OrderStatus.PAID)
                .placedAt(paidAt)
                .paidAt(paidAt)
                .build());
    }

    void sent(String customer, String id, Instant at) {
        row(customer, id, "accepted", Topic.OFFERS, null, at, null);
    }

    /** A row of the ledger. */
    void row(
            String customer,
            String id,
            String status,
            Topic topic,
            @Nullable String reason,
            Instant at,
            @Nullable Instant notBefore) {
        database.client()
                .sql("""
                        insert into messages (id, journey, business_key, step, occasion, channel, customer_id, purpose,
                          topic, template, status, reason, attempt, resends, decided_at, not_before)
                        values (?, 'J', ?, 'S', '', 'email', ?, 'marketing', ?, 'words', ?, ?, 1, 0, ?, ?)
                        """)
                .params(id, id, customer, topic.word(), status, reason, Instants.param(at), Instants.param(notBefore))
                .update();
    }
}
