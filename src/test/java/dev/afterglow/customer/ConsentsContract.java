package dev.afterglow.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ConsentsContract {

    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-04T09:00:00Z");

    private Customers customers;
    private Consents consents;
    private String ada;

    @BeforeEach
    void use(Database database) {
        MovableClock clock = new MovableClock();
        customers = database.transactional(new Customers(database.client(), event -> {}, clock));
        consents = database.transactional(new Consents(database.client(), customers, clock));
        ada = recognise("1", "ada@example.com");
    }

    @Test
    void whoSaidNothingSaidNothing() {
        assertThat(consents.current(ada, "email", Topic.OFFERS)).isEmpty();
        assertThat(consents.history(ada)).isEmpty();
    }

    @Test
    void itIsKeptWordForWordWithItsProof() {
        Consent said = new Consent(
                "email",
                Topic.OFFERS,
                State.GIVEN,
                "checkout",
                "Yes, write to me about offers. 😀",
                "order 1001",
                MONDAY);

        consents.record(ada, said);

        assertThat(consents.current(ada, "email", Topic.OFFERS)).contains(said);
        assertThat(consents.current(ada, "sms", Topic.OFFERS)).isEmpty();
        assertThat(consents.current(ada, "email", Topic.REVIEWS)).isEmpty();
        assertThat(consents.current(recognise("2", "bob@example.com"))).isEmpty();
    }

    @Test
    void theLastWordCountsAndNothingIsForgotten() {
        say(State.GIVEN, MONDAY);
        say(State.WITHDRAWN, TUESDAY);

        assertThat(state()).isEqualTo(State.WITHDRAWN);
        assertThat(consents.history(ada)).extracting(Consent::state).containsExactly(State.GIVEN, State.WITHDRAWN);
    }

    @Test
    void whatWasSaidEarlierButHeardLaterDoesNotCount() {
        say(State.WITHDRAWN, TUESDAY);
        say(State.GIVEN, MONDAY);

        assertThat(state()).isEqualTo(State.WITHDRAWN);
        say(State.GIVEN, WEDNESDAY);
        assertThat(state()).isEqualTo(State.GIVEN);
    }

    @Test
    void ofYesAndNoAtTheSameMomentTheNoCounts() {
        say(State.WITHDRAWN, MONDAY);
        say(State.GIVEN, MONDAY);

        assertThat(state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void askingAgainDoesNotUndoWhatWasConfirmed() {
        say(State.PENDING, MONDAY);
        assertThat(state()).isEqualTo(State.PENDING);
        say(State.GIVEN, TUESDAY);
        say(State.PENDING, WEDNESDAY);

        assertThat(state()).isEqualTo(State.GIVEN);
    }

    @Test
    void askingAgainAfterANoWaitsForTheConfirmation() {
        say(State.WITHDRAWN, MONDAY);
        say(State.PENDING, TUESDAY);

        assertThat(state()).isEqualTo(State.PENDING);
    }

    @Test
    void theSameHeardTwiceIsKeptOnce() {
        AllAtOnce.run(4, any -> {
            say(State.GIVEN, MONDAY);
            return 0;
        });

        assertThat(consents.history(ada)).hasSize(1);
    }

    @Test
    void ofSomebodyUnknownNothingIsKept() {
        consents.record("c-unknown", consent(State.GIVEN, MONDAY));

        assertThat(consents.history("c-unknown")).isEmpty();
    }

    @Test
    void twoWhoAreOneHaveOneLogAndTheLastWordCounts() {
        String account = recognise("7", null);
        String guest = recognise(null, "grace@example.com");
        consents.record(guest, consent(State.WITHDRAWN, TUESDAY));
        consents.record(account, consent(State.GIVEN, MONDAY));

        recognise("7", "grace@example.com");

        assertThat(consents.current(guest)).isEqualTo(consents.current(account));
        assertThat(consents.current(account, "email", Topic.OFFERS)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.WITHDRAWN);
        consents.record(guest, consent(State.GIVEN, WEDNESDAY));
        assertThat(consents.history(account)).hasSize(3);
    }

    private State state() {
        return consents.current(ada, "email", Topic.OFFERS).orElseThrow().state();
    }

    private void say(State state, Instant at) {
        consents.record(ada, consent(state, at));
    }

    private static Consent consent(State state, Instant at) {
        return new Consent("email", Topic.OFFERS, state, "checkout", null, null, at);
    }

    private String recognise(String shopId, String email) {
        return customers
                .recognise(ShopKey.MAIN, new CustomerFacts(shopId, email, null, null, null, null, null))
                .orElseThrow();
    }
}
