package dev.afterglow.support;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.JourneyRoom;
import dev.afterglow.sql.Database;
import java.util.Map;

/** The room as the app furnishes it, on a test's database. */
public final class SupportRoom {

    private SupportRoom() {}

    public static Cases cases(Database database) {
        return database.transactional(new Cases(database.client()));
    }

    static CaseEntries entries(Database database) {
        return database.transactional(new CaseEntries(database.client()));
    }

    static SeeingToCases seeing(Database database, MovableClock clock) {
        return database.transactional(
                new SeeingToCases(cases(database), entries(database), JourneyRoom.events(database, clock), clock));
    }

    static CallingPeople calling(
            Database database, MovableClock clock, Customers customers, StaffMail mail, String address) {
        return new CallingPeople(
                cases(database),
                seeing(database, clock),
                customers,
                mail,
                new SupportSettings(address, Map.of(), Map.of("rita", "rita@shop.example")));
    }
}
