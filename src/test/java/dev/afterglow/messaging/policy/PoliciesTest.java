package dev.afterglow.messaging.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Customer;
import dev.afterglow.messaging.words.Audience;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Traits;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private static final Customer ADA = new Customer("c-1", "ada@example.com", null, "Ada", null, "en", null);

    @Test
    void aServiceMessageAboutAPaidOrderMayGo() {
        assertThat(objection(audience(OrderStatus.PAID, false, "ada@example.com"), Purpose.SERVICE))
                .isEmpty();
    }

    @Test
    void deadOrdersAreNotSpokenAbout() {
        assertThat(objection(audience(OrderStatus.CANCELLED, false, "ada@example.com"), Purpose.SERVICE))
                .contains("order-cancelled");
        assertThat(objection(audience(OrderStatus.VOIDED, false, "ada@example.com"), Purpose.SERVICE))
                .contains("order-voided");
        assertThat(objection(audience(OrderStatus.PAID, true, "ada@example.com"), Purpose.SERVICE))
                .contains("test-order");
    }

    @Test
    void marketingWithoutConsentDoesNotGo() {
        assertThat(objection(audience(OrderStatus.PAID, false, "ada@example.com"), Purpose.MARKETING))
                .contains("no-consent");
    }

    @Test
    void theOrdersOwnAddressComesBeforeTheAccounts() {
        assertThat(audience(OrderStatus.PAID, false, "gift@example.com").email())
                .isEqualTo("gift@example.com");
        assertThat(audience(OrderStatus.PAID, false, null).email()).isEqualTo("ada@example.com");
    }

    @Test
    void withoutAnAddressThereIsSilence() {
        assertThat(objection(new Audience(null, null, false), Purpose.SERVICE)).contains("no-address");
    }

    private static Optional<String> objection(Audience audience, Purpose purpose) {
        Instant now = Instant.parse("2026-05-10T12:00:00Z");
        return new Policies()
                .objection(new Question(
                        "m-1", audience, Traits.of(purpose), "words", "", "email", audience.address("email"), now, now))
                .map(Objection::reason);
    }

    private static Audience audience(OrderStatus status, boolean test, @Nullable String email) {
        Order order = Order.of("1", "shop")
                .customerId("c-1")
                .status(status)
                .test(test)
                .email(email)
                .build();
        return new Audience(ADA, order, false);
    }
}
