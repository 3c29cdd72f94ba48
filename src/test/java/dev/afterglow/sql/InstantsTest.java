package dev.afterglow.sql;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

class InstantsTest {

    @Nested
    @ExtendWith(H2Extension.class)
    class OnH2 extends InstantsContract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres extends InstantsContract {}
}
