package dev.afterglow.messaging.page;

import dev.afterglow.sql.H2Extension;
import dev.afterglow.sql.PostgresExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

class LinksTest {

    @Nested
    @ExtendWith(H2Extension.class)
    class OnH2 extends LinksContract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres extends LinksContract {}
}
