package dev.afterglow.intake.reconciliation;

import dev.afterglow.sql.H2Extension;
import dev.afterglow.sql.PostgresExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

class PullingTest {

    @Nested
    @ExtendWith(H2Extension.class)
    class OnH2 extends PullingContract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres extends PullingContract {}
}
