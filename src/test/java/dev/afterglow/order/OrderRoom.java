package dev.afterglow.order;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.Database;
import java.time.Clock;

/** The room as the app furnishes it, on a test's database. */
public final class OrderRoom {

    private OrderRoom() {}

    public static Orders orders(Database database, MovableClock clock) {
        return database.transactional(new Orders(database.client(), database.template(), clock));
    }

    public static Parcels parcels(Database database, Clock clock) {
        return database.transactional(new Parcels(database.client(), database.template(), clock));
    }

    public static Sales sales(Database database) {
        return database.transactional(new Sales(database.client(), database.source()));
    }
}
