package dev.afterglow.messaging.policy;

import dev.afterglow.sql.H2Extension;
import dev.afterglow.sql.PostgresExtension;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

class PastMessagesTest {

    @Nested
    @ExtendWith(H2Extension.class)
    class OnH2 extends PastMessagesContract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres extends PastMessagesContract {}
}
