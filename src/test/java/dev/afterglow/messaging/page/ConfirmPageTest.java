package dev.afterglow.messaging.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Topic;
import org.junit.jupiter.api.Test;

class ConfirmPageTest extends PageTest {

    @Test
    void aSignUpCountsOnceItIsConfirmedByAClickAndNotByLooking() {
        signedUp(State.PENDING);
        String address = address("confirm");

        assertThat(get(address).body()).contains("One more click", "<button");
        head(address);
        assertThat(said("email", Topic.OFFERS)).contains(State.PENDING);

        assertThat(post(address, "").body()).contains("Thank you").doesNotContain("<button");
        Consent given = consents.current(ada, "email", Topic.OFFERS).orElseThrow();
        assertThat(given.state()).isEqualTo(State.GIVEN);
        assertThat(given.source()).isEqualTo("confirm-page");
        assertThat(given.wording()).contains("Offers by e-mail");
    }

    @Test
    void whereNobodySignedUpThereIsNothingToConfirm() {
        assertThat(post(address("confirm"), "").body()).contains("There is nothing to confirm");
        assertThat(consents.history(ada)).isEmpty();
    }

    @Test
    void anOldConfirmationDoesNotBringBackWhatWasEndedSince() {
        signedUp(State.PENDING);
        String address = address("confirm");
        post(address, "");
        signedUp(State.WITHDRAWN);

        post(address, "");

        assertThat(said("email", Topic.OFFERS)).contains(State.WITHDRAWN);
    }

    private void signedUp(State state) {
        consents.record(ada, new Consent("email", Topic.OFFERS, state, "test", null, null, clock().instant()));
    }
}
