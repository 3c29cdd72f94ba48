package dev.afterglow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.Birthday;
import dev.afterglow.customer.Birthdays;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.CustomerRoom;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.JourneyRoom;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderRoom;
import dev.afterglow.order.Orders;
import dev.afterglow.order.ShippingAddress;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class SweepingBirthdaysContract {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Birthday MAY_TENTH = new Birthday(5, 10, null);

    private final MovableClock clock = new MovableClock();
    private final Shops shops = SomeShops.withBlue(
            SomeShops.one("Shop", null, "Shop <hello@shop.example>", Locale.ENGLISH, ZoneId.of("Europe/Berlin")));
    private Database database;
    private Customers customers;
    private Birthdays birthdays;
    private Orders orders;
    private Events events;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        customers = new CustomerRoom(database, clock).customers();
        birthdays = new CustomerRoom(database, clock).birthdays();
        orders = OrderRoom.orders(database, clock);
        events = JourneyRoom.events(database, clock);
    }

    @Test
    void aBirthdayIsToldAtNineWhereTheCustomerLivesAndOnceForTheYear() {
        String ada = born("ada", null, MAY_TENTH);

        assertThat(sweep("2027-05-09T23:00:00Z")).isZero();
        assertThat(sweep("2027-05-10T06:59:59Z")).isZero();
        assertThat(sweep("2027-05-10T07:00:00Z")).isOne();
        assertThat(sweep("2027-05-10T07:15:00Z")).isZero();
        assertThat(sweep("2027-05-12T07:00:00Z")).isZero();
        assertThat(sweep("2028-05-10T07:00:00Z")).isOne();

        assertThat(heard(ada)).extracting(RecordedEvent::type).containsExactly("birthday.due", "birthday.due");
        assertThat(heard(ada)).extracting(RecordedEvent::subject).containsOnly(ada);
        assertThat(heard(ada).getFirst().occurredAt()).isEqualTo(Instant.parse("2027-05-10T07:00:00Z"));
    }

    @Test
    void itIsNineInKiritimatiTheDayBeforeAndOnBakerIslandLast() {
        born("early", "Pacific/Kiritimati", MAY_TENTH);
        born("late", "Etc/GMT+12", MAY_TENTH);

        assertThat(sweep("2027-05-09T18:59:59Z")).isZero();
        assertThat(sweep("2027-05-09T19:00:00Z")).isOne();
        assertThat(sweep("2027-05-10T20:59:59Z")).isZero();
        assertThat(sweep("2027-05-10T21:00:00Z")).isOne();
    }

    @Test
    void whereAnOrderWentTellsTheClockUnlessItWasAGift() {
        String tokyo = born("tokyo", null, MAY_TENTH);
        String gift = born("gift", null, MAY_TENTH);
        sent(tokyo, "1", "JP", false);
        sent(gift, "2", "JP", true);

        assertThat(sweep("2027-05-10T00:00:00Z")).isOne();
        assertThat(heard(tokyo)).hasSize(1);
        assertThat(heard(gift)).isEmpty();
        assertThat(sweep("2027-05-10T07:00:00Z")).isOne();
    }

    @Test
    void whoeverMovesOnTheirBirthdayHasItOnce() {
        String ada = born("ada", "Europe/Berlin", MAY_TENTH);
        assertThat(sweep("2027-05-10T07:00:00Z")).isOne();

        born("ada", "America/Los_Angeles", MAY_TENTH);

        assertThat(sweep("2027-05-10T16:00:00Z")).isZero();
        assertThat(heard(ada)).hasSize(1);
    }

    @Test
    void theLeapDayIsCelebratedOnTheTwentyEighthWhenThereIsNone() {
        String ada = born("ada", null, new Birthday(2, 29, 1980));

        assertThat(sweep("2027-02-28T08:00:00Z")).isOne();
        assertThat(sweep("2027-03-01T08:00:00Z")).isZero();
        assertThat(sweep("2028-02-28T08:00:00Z")).isZero();
        assertThat(sweep("2028-02-29T08:00:00Z")).isOne();
        assertThat(sweep("2028-03-01T08:00:00Z")).isZero();
        assertThat(sweep("2029-02-28T08:00:00Z")).isOne();
        assertThat(heard(ada)).hasSize(3);
    }

    @Test
    void aBirthdayThatWasToldTooLateWaitsForItsNextYear() {
        String late = known("late", null);
        birthdays.keep(late, MAY_TENTH, Instant.parse("2027-04-10T07:00:01Z"));
        String justInTime = known("in-time", null);
        birthdays.keep(justInTime, MAY_TENTH, Instant.parse("2027-04-10T07:00:00Z"));

        sweep("2027-05-10T07:00:00Z");
        assertThat(heard(late)).isEmpty();
        assertThat(heard(justInTime)).hasSize(1);

        sweep("2028-05-10T07:00:00Z");
        assertThat(heard(late)).hasSize(1);
    }

    @Test
    void toldTheSameDayAgainItIsAsOldAsBefore() {
        String ada = born("ada", null, MAY_TENTH);
        birthdays.keep(ada, new Birthday(5, 10, 1990), Instant.parse("2027-05-01T00:00:00Z"));

        assertThat(sweep("2027-05-10T07:00:00Z")).isOne();
    }

    @Test
    void aChangedDayDoesNotBringASecondOne() {
        String ada = born("ada", null, MAY_TENTH);
        assertThat(sweep("2027-05-10T07:00:00Z")).isOne();

        birthdays.keep(ada, new Birthday(8, 20, null), Instant.parse("2027-05-11T00:00:00Z"));
        assertThat(sweep("2027-08-20T07:00:00Z")).isZero();

        birthdays.keep(ada, new Birthday(1, 15, null), Instant.parse("2027-08-21T00:00:00Z"));
        assertThat(sweep("2028-01-15T08:00:00Z"))
                .as("another year, but not a year later")
                .isZero();
        assertThat(sweep("2029-01-15T08:00:00Z")).isOne();
    }

    @Test
    void whenTheAppWasDownItIsMadeUpForWithinThreeDays() {
        String ada = born("ada", null, MAY_TENTH);
        assertThat(sweep("2027-05-13T06:59:00Z")).isOne();
        assertThat(heard(ada).getFirst().occurredAt()).isEqualTo(Instant.parse("2027-05-10T07:00:00Z"));

        String bob = born("bob", null, MAY_TENTH);
        assertThat(sweep("2027-05-13T07:00:00Z")).isZero();
        assertThat(heard(bob)).isEmpty();
    }

    @Test
    void theOneOnTheLastDayOfTheYearIsMadeUpForInTheNext() {
        born("ada", null, new Birthday(12, 31, null));

        assertThat(sweep("2028-01-02T08:00:00Z")).isOne();
        assertThat(sweep("2028-12-31T08:00:00Z")).isOne();
    }

    @Test
    void childrenHearNothing() {
        String child = born("child", null, new Birthday(5, 10, 2012));
        String old = born("old", null, new Birthday(5, 10, 2011));

        sweep("2027-05-10T07:00:00Z");

        assertThat(heard(child)).isEmpty();
        assertThat(heard(old)).hasSize(1);
    }

    @Test
    void theErasedHearNothingAndShopsAreApart() {
        String gone = born("gone", null, MAY_TENTH);
        customers.markErased(List.of(gone));
        String here = born("ada", null, MAY_TENTH);
        String blue = customers
                .recognise(SomeShops.BLUE, new CustomerFacts(null, "ada@example.com", null, null, null, null, null))
                .orElseThrow();
        birthdays.keep(blue, MAY_TENTH, LONG_AGO);

        assertThat(sweep("2027-05-10T07:00:00Z")).isEqualTo(2);
        assertThat(heard(gone)).isEmpty();
        assertThat(heard(here)).hasSize(1);
        assertThat(heard(blue)).hasSize(1);
    }

    @Test
    void severalReplicasTellEachOnceThroughAllPages() {
        List<String> all = IntStream.range(0, 230)
                .mapToObj(i -> born("somebody" + i, null, MAY_TENTH))
                .toList();

        List<Integer> told = AllAtOnce.run(3, i -> sweep("2027-05-10T07:00:00Z"));

        assertThat(told.stream().mapToInt(Integer::intValue).sum()).isEqualTo(230);
        assertThat(all).allSatisfy(id -> assertThat(heard(id)).hasSize(1));
    }

    @Test
    void twoWhoTurnOutToBeOneHaveOneBirthday() {
        String ada = born("ada", null, MAY_TENTH);
        String same = born("same", null, MAY_TENTH);
        sweep("2027-05-10T07:00:00Z");
        BirthdaysTold told = new BirthdaysTold(database.client(), clock);

        told.follow(new CustomersMerged(same, ada));

        assertThat(told.of(List.of(ada, same), 2027)).containsExactly(ada);
    }

    private int sweep(String now) {
        Clock fixed = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        BirthdaySettings settings = new BirthdaySettings(Duration.ofMinutes(15), LocalTime.of(9, 0), 30, 3, 16);
        BirthdaysTold told = new BirthdaysTold(database.client(), fixed);
        HomeZones zones = new HomeZones(new Homes(orders, shops));
        TellingBirthday telling = database.transactional(
                new TellingBirthday(customers, birthdays, told, zones, orders, events, settings, fixed));
        return new SweepingBirthdays(birthdays, told, telling, settings, fixed, new SimpleMeterRegistry()).sweep();
    }

    private List<RecordedEvent> heard(String customer) {
        return events.ofCustomer(customer);
    }

    private String born(String name, @Nullable String zone, Birthday birthday) {
        String id = known(name, zone);
        birthdays.keep(id, birthday, LONG_AGO);
        return id;
    }

    private String known(String name, @Nullable String zone) {
        return customers
                .recognise(ShopKey.MAIN, new CustomerFacts(null, name + "@example.com", null, null, null, null, zone))
                .orElseThrow();
    }

    private void sent(String customer, String order, String country, boolean gift) {
        orders.keep(Order.of(order, "shop")
                .customerId(customer)
                .placedAt(LONG_AGO)
                .gift(gift)
                .shipTo(new ShippingAddress(null, List.of(), null, null, null, country))
                .build());
    }
}
