package dev.afterglow.messaging.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Customer;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private static final Customer ADA = new Customer("c-1", "ada@example.com", null, "Ada", null, "en", null);

    @Test
    void aServiceMessageAboutAPaidOrderMayGo() {
        assertThat(Policies.silence(audience(OrderStatus.PAID, false, "ada@example.com"), Purpose.SERVICE))
                .isEmpty();
    }

    @Test
    void deadOrdersAreNotSpokenAbout() {
        assertThat(Policies.silence(audience(OrderStatus.CANCELLED, false, "ada@example.com"), Purpose.SERVICE))
                .contains("order-cancelled");
        assertThat(Policies.silence(audience(OrderStatus.VOIDED, false, "ada@example.com"), Purpose.SERVICE))
                .contains("order-voided");
        assertThat(Policies.silence(audience(OrderStatus.PAID, true, "ada@example.com"), Purpose.SERVICE))
                .contains("test-order");
    }

    @Test
    void marketingWithoutConsentDoesNotGo() {
        assertThat(Policies.silence(audience(OrderStatus.PAID, false, "ada@example.com"), Purpose.MARKETING))
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
        assertThat(Policies.silence(new Audience(null, null, false), Purpose.SERVICE))
                .contains("no-address");
    }

    private static Audience audience(OrderStatus status, boolean test, @Nullable String email) {
        Order order = new Order(
                "1", "shop", null, "c-1", status, test, email, null, null, null, null, null, null, null, List.of());
        return new Audience(ADA, order, false);
    }
}
