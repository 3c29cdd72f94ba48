package dev.afterglow.journey;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.Database;

/** What the room remembers, as the app furnishes it, on a test's database. */
public final class JourneyRoom {

    private JourneyRoom() {}

    public static Events events(Database database, MovableClock clock) {
        return database.transactional(new Events(database.client(), clock, announcement -> {}));
    }

    public static Runs runs(Database database, MovableClock clock) {
        return database.transactional(new Runs(database.client(), clock));
    }
}
