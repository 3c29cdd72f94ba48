package dev.afterglow.intake;

import dev.afterglow.sql.H2Extension;
import dev.afterglow.sql.PostgresExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

class ArrivalsTest {

    @Nested
    @ExtendWith(H2Extension.class)
    class OnH2 extends ArrivalsContract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres extends ArrivalsContract {}
}
