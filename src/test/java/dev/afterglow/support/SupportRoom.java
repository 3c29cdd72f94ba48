package dev.afterglow.support;

import dev.afterglow.sql.Database;

/** The room as the app furnishes it, on a test's database. */
public final class SupportRoom {

    private SupportRoom() {}

    public static Cases cases(Database database) {
        return database.transactional(new Cases(database.client()));
    }
}
