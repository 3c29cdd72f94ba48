package dev.afterglow.support;

import dev.afterglow.sql.H2Extension;
import dev.afterglow.sql.PostgresExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

class CasesTest {

    @Nested
    @ExtendWith(H2Extension.class)
    class OnH2 extends CasesContract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres extends CasesContract {}

    @Nested
    @ExtendWith(H2Extension.class)
    class SeenToOnH2 extends SeeingToCasesContract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class SeenToOnPostgres extends SeeingToCasesContract {}
}
