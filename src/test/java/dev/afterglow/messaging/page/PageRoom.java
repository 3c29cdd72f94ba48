package dev.afterglow.messaging.page;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.Database;

/** The room as the app furnishes it, on a test's database. */
public final class PageRoom {

    private PageRoom() {}

    public static Links links(Database database, MovableClock clock, String publicUrl) {
        return new Links(new Grants(database.template(), clock), new PageSettings(publicUrl), clock);
    }
}
