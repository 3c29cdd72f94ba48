package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.H2Extension;
import dev.afterglow.sql.Instants;
import dev.afterglow.sql.PostgresExtension;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class OutgoingWebhooksTest {

    private static final Instant MONDAY = Instant.parse("2026-05-11T08:00:00Z");

    @Nested
    @ExtendWith(H2Extension.class)
    class OnH2 extends Contract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres extends Contract {}

    abstract static class Contract {

        private Database database;
        private OutgoingWebhooks webhooks;

        @BeforeEach
        void use(Database fresh) {
            database = fresh;
            webhooks = new OutgoingWebhooks(fresh.client(), new MovableClock());
        }

        @Test
        void theNewestIsFirst() {
            delivered("d-1", "c-1", MONDAY);
            delivered("d-2", "c-2", MONDAY.plusSeconds(60));

            assertThat(webhooks.latest(10)).extracting(WebhookDelivery::id).containsExactly("d-2", "d-1");
            assertThat(webhooks.latest(1)).hasSize(1);
        }

        @Test
        void oneIsSentAgainUnderItsId() {
            delivered("d-1", "c-1", MONDAY);

            assertThat(webhooks.replay("d-1")).isTrue();
            assertThat(webhooks.replay("d-404")).isFalse();
            assertThat(webhooks.find("d-1")).hasValueSatisfying(delivery -> {
                assertThat(delivery.status()).isEqualTo("waiting");
                assertThat(delivery.attempts()).isZero();
                assertThat(delivery.settledAt()).isNull();
            });
        }

        @Test
        void everythingSinceATimeIsSentAgain() {
            delivered("d-1", "c-1", MONDAY);
            delivered("d-2", "c-1", MONDAY.plusSeconds(60));

            assertThat(webhooks.replaySince("erp", MONDAY)).isZero();
            assertThat(webhooks.replaySince("crm", MONDAY.plusSeconds(60))).isEqualTo(1);
            assertThat(webhooks.find("d-1"))
                    .hasValueSatisfying(
                            delivery -> assertThat(delivery.status()).isEqualTo("delivered"));
        }

        @Test
        void aDisabledEndpointIsSeenAndCanBeEnabled() {
            database.client()
                    .sql(
                            "insert into webhook_endpoints (name, failing_since, disabled_at, reason) values ('crm', ?, ?, 'gone')")
                    .params(Instants.param(MONDAY), Instants.param(MONDAY))
                    .update();

            assertThat(webhooks.inTrouble()).containsExactly(new WebhookEndpoint("crm", MONDAY, MONDAY, "gone"));
            assertThat(webhooks.enable("crm")).isTrue();
            assertThat(webhooks.enable("crm")).isFalse();
            assertThat(webhooks.inTrouble()).isEmpty();
        }

        @Test
        void whoIsForgottenHasNoDeliveries() {
            delivered("d-1", "c-1", MONDAY);
            delivered("d-2", "c-2", MONDAY);

            assertThat(webhooks.forget("c-1")).isEqualTo(1);
            assertThat(webhooks.latest(10)).extracting(WebhookDelivery::id).containsExactly("d-2");
        }

        private void delivered(String id, String customer, Instant at) {
            database.client()
                    .sql("""
                         insert into webhook_deliveries (id, message_id, endpoint, recipient, payload, status, attempts,
                           created_at, next_at, settled_at)
                         values (?, ?, 'crm', ?, '{}', 'delivered', 3, ?, ?, ?)
                         """)
                    .params(id, "m-" + id, customer, Instants.param(at), Instants.param(at), Instants.param(at))
                    .update();
        }
    }
}
