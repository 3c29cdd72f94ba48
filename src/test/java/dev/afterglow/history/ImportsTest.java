package dev.afterglow.history;

import dev.afterglow.sql.H2Extension;
import dev.afterglow.sql.PostgresExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

class ImportsTest {

    @Nested
    @ExtendWith(H2Extension.class)
    class OnH2 extends ImportsContract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres extends ImportsContract {}
}
