package dev.afterglow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.CustomerRoom;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.Fields;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.Run;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderRoom;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Parcels;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import dev.afterglow.order.ShippingAddress;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.H2Extension;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(H2Extension.class)
class FindingMomentsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T14:00:00Z");
    private static final Instant PAID = Instant.parse("2026-11-24T20:00:00Z");
    private static final Instant ARRIVED = Instant.parse("2026-11-25T10:00:00Z");

    private Orders orders;
    private Parcels parcels;
    private Customers customers;
    private FindingMoments moments;

    @BeforeEach
    void use(Database database) {
        MovableClock clock = new MovableClock();
        Clock now = Clock.fixed(NOW, ZoneOffset.UTC);
        orders = OrderRoom.orders(database, clock);
        customers = new CustomerRoom(database, clock).customers();
        parcels = OrderRoom.parcels(database, now);
        moments = new FindingMoments(
                orders,
                parcels,
                customers,
                new Homes(
                        orders,
                        SomeShops.one(
                                "Beans", null, "Beans <hi@beans.example>", Locale.GERMANY, ZoneId.of("Europe/Berlin"))),
                now);
    }

    @Test
    void askedAgainLaterTheMomentIsTheSameAsLongAsItIsStillToCome() {
        Wait wait = Wait.of(new Fields(Map.of("after", "PT4H")));
        Instant came = NOW.minusSeconds(3 * 3600);

        assertThat(moments.find(run("o-1", null), "Task_Wait", null, wait, came).toInstant())
                .isEqualTo(came.plusSeconds(4 * 3600));
        assertThat(moments.find(run("o-1", null), "Task_Wait", null, wait, NOW.minusSeconds(5 * 3600))
                        .toInstant())
                .isEqualTo(NOW);
    }

    @Test
    void theEnginesTimeIsReadWithAnOffsetOrWithAZone() {
        assertThat(EngineTime.parse("2026-11-25T15:00:00.123+01:00")).isEqualTo(NOW.plusMillis(123));
        assertThat(EngineTime.parse("2026-11-25T14:00:00Z")).isEqualTo(NOW);
        assertThat(EngineTime.parse("2026-11-25T15:00:00@Europe/Berlin")).isEqualTo(NOW);
        assertThat(EngineTime.parse("2026-11-25T15:00:00+01:00@Europe/Berlin")).isEqualTo(NOW);
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> EngineTime.parse("yesterday"));
    }

    @Test
    void theTimeOfDayIsTheOneWhereTheOrderGoes() {
        orders.keep(order("o-1", ShippingAddress.in("US", "CA")));

        assertThat(find(run("o-1", null), Map.of("after", "P1D", "at", "09:00")))
                .isEqualTo("2026-11-26T09:00-08:00[America/Los_Angeles]");
    }

    @Test
    void aGiftGoesToSomebodyElse() {
        orders.keep(
                order("o-1", ShippingAddress.in("US", "CA")).but().gift(true).build());

        assertThat(find(run("o-1", null), Map.of("after", "P1D", "at", "09:00")))
                .isEqualTo("2026-11-26T09:00+01:00[Europe/Berlin]");
    }

    @Test
    void whoHasNoOrderLivesWhereTheProfileSays() {
        String ada = customers
                .recognise(
                        ShopKey.MAIN, new CustomerFacts("7", "ada@example.com", null, "Ada", null, "en", "Asia/Tokyo"))
                .orElseThrow();

        assertThat(find(run(null, ada), Map.of("at", "09:00"))).isEqualTo("2026-11-26T09:00+09:00[Asia/Tokyo]");
        assertThat(find(run(null, "nobody"), Map.of("at", "09:00"))).isEqualTo("2026-11-26T09:00+01:00[Europe/Berlin]");
    }

    @Test
    void whoBoughtBeforeLivesWhereTheirOwnLastOrderWent() {
        String ada = customers
                .recognise(
                        ShopKey.MAIN, new CustomerFacts("7", "ada@example.com", null, "Ada", null, "en", "Asia/Tokyo"))
                .orElseThrow();
        orders.keep(order("o-1", ShippingAddress.in("US", "CA")).by(ada));
        orders.keep(order("o-2", ShippingAddress.in("FR", null))
                .but()
                .customerId(ada)
                .placedAt(PAID.plusSeconds(60))
                .gift(true)
                .build());

        assertThat(find(run(null, ada), Map.of("after", "P1D", "at", "09:00")))
                .isEqualTo("2026-11-26T09:00-08:00[America/Los_Angeles]");
        assertThat(find(run("o-2", ada), Map.of("after", "P1D", "at", "09:00")))
                .isEqualTo("2026-11-26T09:00-08:00[America/Los_Angeles]");
    }

    @Test
    void aWaitCountsFromThePaymentOrTheArrivalAndFromNowWhileNothingHasArrived() {
        orders.keep(order("o-1", ShippingAddress.in("DE", null)));
        assertThat(find(run("o-1", null), Map.of("after", "P2D", "from", "delivered")))
                .isEqualTo("2026-11-27T15:00+01:00[Europe/Berlin]");

        orders.delivered("o-1", List.of(), ARRIVED);

        assertThat(find(run("o-1", null), Map.of("after", "P2D", "from", "paid")))
                .isEqualTo("2026-11-26T21:00+01:00[Europe/Berlin]");
        assertThat(find(run("o-1", null), Map.of("after", "P2D", "from", "delivered")))
                .isEqualTo("2026-11-27T11:00+01:00[Europe/Berlin]");
    }

    @Test
    void aRunAboutAParcelCountsFromTheArrivalOfThatParcel() {
        orders.keep(order("o-1", ShippingAddress.in("DE", null)));
        parcels.keep(ShopKey.MAIN, shipment("p-1", "N1"), "");
        parcels.keep(ShopKey.MAIN, shipment("p-2", "N2"), "");
        parcels.keep(
                ShopKey.MAIN, new ParcelName.Numbered("N1"), new Scan(ParcelStatus.DELIVERED, PAID.plusSeconds(60)));
        parcels.keep(ShopKey.MAIN, new ParcelName.Numbered("N2"), new Scan(ParcelStatus.DELIVERED, ARRIVED));
        Wait wait = Wait.of(new Fields(Map.of("after", "P2D", "from", "delivered")));

        assertThat(moments.find(run("o-1", null), "Task_Wait", "p-1", wait, null)
                        .toString())
                .isEqualTo("2026-11-26T21:01+01:00[Europe/Berlin]");
        assertThat(moments.find(run("o-1", null), "Task_Wait", "p-2", wait, null)
                        .toString())
                .isEqualTo("2026-11-27T11:00+01:00[Europe/Berlin]");
    }

    @Test
    void theSpreadIsTheSameForTheSameRunAndStepAndStaysOnTheDay() {
        Map<String, String> evening = Map.of("at", "23:30", "spread", "240");
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            String moment = find(run("o-" + i, null), evening);
            assertThat(moment).startsWith("2026-11-25T23:").isGreaterThan("2026-11-25T23:30");
            assertThat(find(run("o-" + i, null), evening)).isEqualTo(moment);
            all.add(moment);
        }
        assertThat(all).hasSizeGreaterThan(40);
    }

    @Test
    void sixMonthsAreTheLongestWait() {
        assertThat(find(run("o-1", null), Map.of("after", "P6M"))).startsWith("2027-05-25T15:00");
        assertThatExceptionOfType(JourneyProblem.class)
                .isThrownBy(() -> find(run("o-1", null), Map.of("after", "P6M1D")))
                .withMessageContaining("six months")
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("TOO_FAR"));
    }

    private String find(Run run, Map<String, String> headers) {
        return moments.find(run, "Task_Wait", null, Wait.of(new Fields(headers)), null)
                .toString();
    }

    private static Order order(String id, ShippingAddress address) {
        return Order.of(id, "shop")
                .status(OrderStatus.PAID)
                .placedAt(PAID)
                .paidAt(PAID)
                .shipTo(address)
                .build();
    }

    private static Shipment shipment(String id, String number) {
        return new Shipment(
                id,
                "o-1",
                PAID,
                false,
                List.of(new Shipment.Line(id + "-line", 1)),
                List.of(new Shipment.Label("DHL", number, null)));
    }

    private static Run run(String order, String customer) {
        String key = order == null ? customer : order;
        return new Run("r", "Journey", 1, null, key, 1, order, customer, Run.State.RUNNING, null, NOW, null);
    }
}
