package dev.afterglow.intake;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.CustomerRoom;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.JourneyRoom;
import dev.afterglow.order.OrderRoom;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Parcels;
import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.Database;
import dev.afterglow.support.SupportRoom;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;

/** The room as the app furnishes it, on a test's database. */
public final class IntakeRoom {

    private IntakeRoom() {}

    public static Intake intake(Database database, MovableClock clock) {
        return intake(database, clock, SomeShops.one());
    }

    /** For these shops. */
    public static Intake intake(Database database, MovableClock clock, Shops shops) {
        return open(database, clock, shops).intake();
    }

    /** What is behind the door. */
    record Open(Intake intake, Arrivals arrivals, ArrivalsClerk clerk, Rush rush) {}

    /** With nobody waiting. */
    static Open open(Database database, MovableClock clock, Shops shops) {
        IntakeSettings settings = new IntakeSettings(Duration.ofDays(14), List.of());
        Orders orders = OrderRoom.orders(database, clock);
        Parcels parcels = OrderRoom.parcels(database, clock);
        Events events = JourneyRoom.events(database, clock);
        CustomerRoom people = new CustomerRoom(database, clock);
        WaitingReports waiting = new WaitingReports(database.client());
        KeepingFacts keeping = new KeepingFacts(
                orders,
                parcels,
                waiting,
                people.birthdays(),
                people.consents(),
                SupportRoom.cases(database),
                events,
                JourneyRoom.runs(database, clock));
        StoringTold storing = database.transactional(new StoringTold(
                orders,
                people.customers(),
                keeping,
                people.comingBack(),
                new Developments(orders, parcels, people.consents(), events, settings, clock),
                new Fates(events, settings, clock),
                waiting,
                events));
        Arrivals arrivals = database.transactional(new Arrivals(database.client(), database.template(), clock));
        Admitting admitting = new Admitting(new KnownShops(shops), new NotPeople(settings));
        Rush rush = new Rush(clock);
        Tally tally = new Tally(new SimpleMeterRegistry());
        UnderstandingArrivals understanding = database.transactional(new UnderstandingArrivals(arrivals, storing));
        ArrivalsClerk clerk = new ArrivalsClerk(arrivals, understanding, rush, tally);
        rush.isOver(rush.mark());
        return new Open(new Intake(admitting, storing, arrivals, rush, tally, clock), arrivals, clerk, rush);
    }
}
