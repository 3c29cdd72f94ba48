package dev.afterglow.customer;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.Database;
import java.time.Duration;

/** The room as the app furnishes it, on a test's database. */
public final class CustomerRoom {

    private final Database database;
    private final MovableClock clock;

    public CustomerRoom(Database database, MovableClock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Customers customers() {
        return database.transactional(new Customers(database.client(), event -> {}, clock));
    }

    public Birthdays birthdays() {
        return database.transactional(new Birthdays(database.client(), customers()));
    }

    public Consents consents() {
        return database.transactional(new Consents(database.client(), customers(), clock));
    }

    public ComingBack comingBack() {
        return database.transactional(new ComingBack(suppressions()));
    }

    public Suppressions suppressions() {
        SuppressionSettings settings = new SuppressionSettings(
                null, new SuppressionSettings.SoftBounces(5, Duration.ofDays(7), Duration.ofDays(30)));
        AddressHashes hashes = new AddressHashes(settings, database.client());
        return database.transactional(new Suppressions(database.client(), hashes, settings, clock));
    }
}
