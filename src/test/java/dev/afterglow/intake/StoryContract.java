package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderRoom;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Parcel;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Parcels;
import dev.afterglow.order.Refund;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.Database;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One order's life told by its shop and a carrier, in every order of arrival. */
abstract class StoryContract {

    private static final int ORDERS_OF_SIX = 720;

    private final MovableClock clock = new MovableClock();
    private final Instant morning = clock.instant().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MILLIS);
    private Database database;
    private IntakeRoom.Open room;
    private Intake intake;
    private Orders orders;
    private Parcels parcels;

    /** What is left when all is told: everything journeys and people can see of an order. */
    private record Ending(
            OrderStatus status,
            String email,
            BigDecimal total,
            BigDecimal refunded,
            String silence,
            boolean delivered,
            List<String> lines,
            List<String> parcels,
            String customer,
            Set<String> unfinished) {}

    @BeforeEach
    void open(Database fresh) {
        database = fresh;
        room = IntakeRoom.open(fresh, clock, SomeShops.one());
        intake = room.intake();
        orders = OrderRoom.orders(fresh, clock);
        parcels = OrderRoom.parcels(fresh, clock);
    }

    @Test
    void allOrdersOfASixEventStoryEndAlike() {
        List<List<Integer>> all = permutations(List.of(0, 1, 2, 3, 4, 5));
        assertThat(all).hasSize(ORDERS_OF_SIX);
        Ending expected = ending("in-order", List.of(0, 1, 2, 3, 4, 5));

        assertThat(expected.delivered()).isTrue();
        assertThat(expected.refunded()).isEqualByComparingTo("10");
        assertThat(expected.unfinished()).isEmpty();
        for (List<Integer> arrival : all) {
            assertThat(ending(order(arrival), arrival))
                    .as("arrived as " + arrival)
                    .isEqualTo(expected);
        }
    }

    @Test
    void takenInARushAndUnderstoodLaterItEndsAlike() {
        Ending expected = ending("in-order", List.of(0, 1, 2, 3, 4, 5));

        room.rush().begin();
        for (List<Integer> arrival : permutations(List.of(0, 1, 2, 3, 4, 5)).subList(0, 60)) {
            arrival.forEach(step -> intake.take(List.of(story(order(arrival)).get(step))));
        }
        assertThat(heard("in-order")).isNotEmpty();
        assertThat(room.arrivals().size()).isEqualTo(360);
        clock.advance(Duration.ofSeconds(6));
        while (room.clerk().round()) {
            Thread.onSpinWait();
        }

        for (List<Integer> arrival : permutations(List.of(0, 1, 2, 3, 4, 5)).subList(0, 60)) {
            assertThat(ending(order(arrival), List.of()))
                    .as("arrived as " + arrival)
                    .isEqualTo(expected);
        }
    }

    private static String order(List<Integer> arrival) {
        return "o" + String.join("", arrival.stream().map(String::valueOf).toList());
    }

    @Test
    void journeysHearOfTheEndOnceInAnyOrderAndNeverOfWhatWasOvertaken() {
        for (List<Integer> arrival : permutations(List.of(0, 1, 2, 3, 4, 5)).subList(0, 120)) {
            String order =
                    "h" + String.join("", arrival.stream().map(String::valueOf).toList());
            arrival.forEach(step -> intake.take(List.of(story(order).get(step))));

            List<String> heard = heard(order);
            assertThat(heard)
                    .as("arrived as " + arrival)
                    .doesNotHaveDuplicates()
                    .contains("order.paid", "parcel.shipped", "parcel.delivered", "order.delivered")
                    .contains("order.partially-refunded");
            assertThat(heard.indexOf("parcel.shipped")).isLessThan(heard.indexOf("parcel.delivered"));
            assertThat(heard.subList(heard.indexOf("parcel.delivered") + 1, heard.size()))
                    .doesNotContain("parcel.in-transit");
        }
    }

    @Test
    void toldAgainUnderOtherIdsNothingHappensTwice() {
        List<Told> story = story("again");
        story.forEach(told -> intake.take(List.of(told)));
        List<String> heard = heard("again");

        for (Told told : story.reversed()) {
            Told copy = Told.by(told.sender(), told.senderEventId() + "-copy", Json.hash(told.contentHash(), "copy"))
                    .order(told.order())
                    .customer(told.customer())
                    .facts(told.facts())
                    .as(told.type(), told.subject(), told.occurredAt());
            intake.take(List.of(copy));
        }

        assertThat(heard("again")).isEqualTo(heard);
    }

    @Test
    void whatHappenedLongAgoStartsNothingAndAnEndIsHeardHoweverLate() {
        Instant longAgo = morning.minus(Duration.ofDays(40));
        Order paid = order("old", OrderStatus.PAID, "ada@example.com", "Cup")
                .but()
                .paidAt(longAgo)
                .build();
        take("old-1", paid, "order.paid", longAgo);
        take("old-2", Order.of("old", "story").status(OrderStatus.CANCELLED).build(), "order.cancelled", longAgo);

        assertThat(heard("old")).containsExactly("order.cancelled");
        assertThat(orders.find("old").orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void whatAnotherSenderTellsAgainIsKnownAlready() {
        Order paid = order("twice", OrderStatus.PAID, "ada@example.com", "Cup");
        take("twice-1", paid, "order.paid", at(10));
        take("twice-2", paid, "order.paid", at(11));

        assertThat(heard("twice")).containsExactly("order.paid");
    }

    private void take(String id, Order order, String type, Instant at) {
        intake.take(List.of(Told.by("another-" + id, id, Json.hash(id))
                .body("{}")
                .order(order)
                .as(type, order.id(), at)));
    }

    private Ending ending(String order, List<Integer> arrival) {
        List<Told> story = story(order);
        arrival.forEach(step -> intake.take(List.of(story.get(step))));
        Order known = orders.find(order).orElseThrow();
        return new Ending(
                known.status(),
                known.email(),
                known.total().stripTrailingZeros(),
                known.refunded().stripTrailingZeros(),
                known.silence().orElse(""),
                known.isDelivered(),
                known.lines().stream()
                        .map(line -> line.title() + line.quantity() + line.deliveredAt() + line.returnedAt())
                        .toList(),
                parcels.of(order).stream().map(StoryContract::seen).toList(),
                name(known.customerId()),
                unfinished(order));
    }

    private static String seen(Parcel parcel) {
        return "%s %s %s %s"
                .formatted(
                        parcel.status(),
                        parcel.since(),
                        parcel.deliveredAt(),
                        parcel.scans().size());
    }

    /** Created, paid and changed by the shop; shipped; seen by the carrier; partly refunded. */
    private List<Told> story(String order) {
        Shipment shipment = new Shipment(
                "s-" + order,
                order,
                at(30),
                false,
                List.of(new Shipment.Line("a", 2)),
                List.of(new Shipment.Label("DHL", "N" + order, null)));
        Refund refund = new Refund(
                "r-" + order, order, at(60), BigDecimal.TEN, null, List.of(new Refund.Line("b", 1, BigDecimal.TEN)));
        return List.of(
                told(order, "order.created", 0)
                        .order(order(order, OrderStatus.CREATED, "wrong@example.com", "Ada's cup"))
                        .customer(person(order, "Ada"))
                        .as("order.created", order, at(0)),
                told(order, "order.paid", 1)
                        .order(order(order, OrderStatus.PAID, "ada@example.com", "Cup"))
                        .customer(person(order, "Augusta"))
                        .as("order.paid", order, at(10)),
                told(order, "shipment.told", 2)
                        .facts(List.of(new Fact.Shipped(shipment)))
                        .as("shipment.told", order, at(30)),
                scanned(order, 3, ParcelStatus.IN_TRANSIT, 40),
                scanned(order, 4, ParcelStatus.DELIVERED, 50),
                told(order, "refund.told", 5)
                        .facts(List.of(new Fact.Refunded(refund)))
                        .as("refund.told", order, at(60)));
    }

    private Told scanned(String order, int step, ParcelStatus status, int minute) {
        String number = "N" + order;
        return told(order, "parcel.scanned", step)
                .facts(List.of(new Fact.Scanned(new ParcelName.Numbered(number), new Scan(status, at(minute)))))
                .as("parcel.scanned", number, at(minute));
    }

    private static Telling told(String order, String type, int step) {
        String id = order + "-" + step;
        return Told.by("story", id, Json.hash(id, type)).of(ShopKey.MAIN).body("{}");
    }

    private static Order order(String id, OrderStatus status, String email, String title) {
        return Order.of(id, "story")
                .status(status)
                .email(email)
                .total(new BigDecimal("30"), "EUR")
                .lines(List.of(
                        new OrderLine("a", null, null, title, null, 2, BigDecimal.TEN),
                        new OrderLine("b", null, null, "Saucer", null, 1, BigDecimal.TEN)))
                .build();
    }

    private static CustomerFacts person(String order, String name) {
        return new CustomerFacts("c-" + order, null, null, name, "King", "en", null);
    }

    private Instant at(int minute) {
        return morning.plusSeconds(60L * minute);
    }

    private List<String> heard(String order) {
        return database.client()
                .sql("select type from events where order_id = ? and outcome = 'accepted' order by seq")
                .param(order)
                .query(String.class)
                .list();
    }

    private Set<String> unfinished(String order) {
        return new TreeSet<>(database.client()
                .sql("select type from events where (order_id = ? or subject = ?) and outcome = 'waiting'")
                .params(order, "N" + order)
                .query(String.class)
                .list());
    }

    private String name(String customer) {
        return database.client()
                .sql("select first_name from customers where id = ?")
                .param(customer)
                .query(String.class)
                .single();
    }

    private static List<List<Integer>> permutations(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : items) {
            List<Integer> rest =
                    items.stream().filter(item -> !item.equals(first)).toList();
            for (List<Integer> tail : permutations(rest)) {
                List<Integer> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
