package dev.afterglow.order;

import dev.afterglow.sql.H2Extension;
import dev.afterglow.sql.PostgresExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

class PurchasesTest {

    @Nested
    @ExtendWith(H2Extension.class)
    class OnH2 extends PurchasesContract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres extends PurchasesContract {}
}
