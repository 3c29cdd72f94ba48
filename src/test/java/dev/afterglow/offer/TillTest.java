package dev.afterglow.offer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.afterglow.access.Guesses;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class TillTest {

    private final Offers offers = mock(Offers.class);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final Till till =
            new Till(offers, new Guesses(Clock.fixed(Instant.parse("2027-05-10T07:00:00Z"), ZoneOffset.UTC)));

    @BeforeEach
    void nobodyHasACode() {
        when(offers.with(any())).thenReturn(Optional.empty());
    }

    @Test
    void whoeverGuessesHasToWaitAndTheNextInLineDoesNot() {
        for (int i = 0; i < Guesses.ALLOWED; i++) {
            unknown(Code.fresh().shown(), "mallory:1");
        }

        assertThatThrownBy(() -> till.find(Code.fresh().shown(), "mallory:1", request))
                .isInstanceOf(NotRedeemable.class)
                .hasMessageContaining("429");
        unknown(Code.fresh().shown(), "ada");
        unknown(Code.fresh().shown(), null);
    }

    @Test
    void typingErrorsCountForNothing() {
        for (int i = 0; i < 3 * Guesses.ALLOWED; i++) {
            unknown("0000-0000-0001", "ada");
        }

        unknown(Code.fresh().shown(), "ada");
    }

    private void unknown(String code, String visitor) {
        assertThatThrownBy(() -> till.find(code, visitor, request))
                .isInstanceOf(NotRedeemable.class)
                .hasMessageContaining("404");
    }
}
