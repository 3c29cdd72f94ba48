package dev.afterglow.messaging.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Preferences;
import dev.afterglow.customer.Topic;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencePageTest extends PageTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void itSaysWhatWeHoldInPlainWords() {
        agreed("email", Topic.OFFERS, State.GIVEN);
        agreed("sms", Topic.REVIEWS, State.PENDING);

        String page = get(address("preferences")).body();

        assertThat(page)
                .contains("What would you like to get?", "You agreed on", "have not confirmed it yet")
                .contains("text message", "@example.com")
                .containsPattern("value=\"email.offers\"[^>]* checked")
                .doesNotContainPattern("value=\"sms.reviews\"[^>]* checked")
                .doesNotContain(ada, message);
        assertThat(consents.history(ada)).hasSize(2);
    }

    @Test
    void theWholeAddressIsNotShownToWhoeverTheMailWasPassedOnTo() {
        String email = customers.find(ada).orElseThrow().email();

        assertThat(get(address("preferences")).body()).doesNotContain(email).contains("…@example.com");
    }

    @Test
    void aSwitchThatWasMovedIsKeptWithItsProofAndTheOthersAreNotTouched() {
        agreed("email", Topic.OFFERS, State.GIVEN);

        HttpResponse<String> answer =
                post(address("preferences"), "was=email.offers&on=email.care&pause=none&locale=de");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location")).contains("?saved=yes");
        assertThat(said("email", Topic.OFFERS)).contains(State.WITHDRAWN);
        assertThat(said("email", Topic.FEEDBACK)).isEmpty();
        Consent care = consents.current(ada, "email", Topic.CARE).orElseThrow();
        assertThat(care.state()).isEqualTo(State.GIVEN);
        assertThat(care.source()).isEqualTo("preference-centre");
        assertThat(care.wording()).contains("Guides and care tips");
        assertThat(care.evidence()).contains(message);
    }

    @Test
    void whereSilenceMeansYesTheSwitchIsOnAndLeavingItIsNoConsent() {
        customers.prefer(ada, new Preferences("en-US", false, null, Set.of()));
        String address = address("preferences");

        assertThat(get(address).body()).containsPattern("value=\"email.offers\"[^>]* checked");
        post(address, "was=email.offers&was=email.care&on=email.offers&pause=none&locale=en");

        assertThat(said("email", Topic.OFFERS)).isEmpty();
        assertThat(said("email", Topic.CARE)).contains(State.WITHDRAWN);
    }

    @Test
    void anOldPageDoesNotBringBackWhatWasEndedElsewhereMeanwhile() {
        agreed("email", Topic.OFFERS, State.GIVEN);
        String address = address("preferences");
        get(address);
        agreed("email", Topic.OFFERS, State.WITHDRAWN);

        post(address, "was=email.offers&on=email.offers&pause=none");

        assertThat(said("email", Topic.OFFERS)).contains(State.WITHDRAWN);
    }

    @Test
    void whatNobodyOfferedCannotBeSwitched() {
        post(address("preferences"), "on=email.order&on=fax.offers&on=whatsapp.nonsense");

        assertThat(consents.history(ada)).isEmpty();
    }

    @Test
    void fewerAPauseAndALanguageAreKept() {
        customers.prefer(ada, new Preferences(null, false, null, Set.of("sms")));

        post(address("preferences"), "fewer=true&pause=2&locale=de");

        LocalDate end = clock().instant().atZone(BERLIN).toLocalDate().plusMonths(2);
        assertThat(customers.preferences(ada))
                .isEqualTo(new Preferences("de", true, end.atStartOfDay(BERLIN).toInstant(), Set.of("sms")));
        assertThat(get(address("preferences")).body()).contains("Bis " + end.getDayOfMonth() + ".", "lang=\"de\"");
    }

    @Test
    void aPauseMayEndOnADayAndStaysUntilItIsEnded() {
        String address = address("preferences");
        LocalDate day = clock().instant().atZone(BERLIN).toLocalDate().plusDays(10);

        post(address, "pause=none&until=" + day);
        post(address, "pause=keep");

        assertThat(customers.preferences(ada).pausedUntil())
                .isEqualTo(day.atStartOfDay(BERLIN).toInstant());
        post(address, "pause=none");
        assertThat(customers.preferences(ada).pausedUntil()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-01-01", "2999-01-01", "tomorrow", "2027-02-31", ""})
    void aDayThatMakesNoSenseChangesNoPauseButKeepsTheRest(String day) {
        String answer = post(address("preferences"), "fewer=true&pause=date&until=" + day)
                .headers()
                .firstValue("location")
                .orElseThrow();

        assertThat(answer).isEqualTo("?saved=no-pause");
        assertThat(customers.preferences(ada).pausedUntil()).isNull();
        assertThat(customers.preferences(ada).fewer()).isTrue();
        assertThat(get(address("preferences") + answer).body()).contains("Saved, but for the pause");
    }

    @Test
    void everythingIsTakenBackOnEveryChannel() {
        agreed("email", Topic.OFFERS, State.GIVEN);
        agreed("letter", Topic.CARE, State.GIVEN);

        post(address("preferences"), "nothing=yes");

        for (String channel : new String[] {"email", "letter"}) {
            for (Topic topic : new Topic[] {Topic.FEEDBACK, Topic.REVIEWS, Topic.CARE, Topic.OFFERS}) {
                assertThat(said(channel, topic)).as("%s by %s", topic, channel).contains(State.WITHDRAWN);
            }
        }
        assertThat(said("email", Topic.ORDER)).isEmpty();
    }

    @Test
    void messagesAboutOrdersCanBeKeptOffThePhoneOnly() {
        agreed("sms", Topic.OFFERS, State.GIVEN);

        assertThat(get(address("preferences")).body())
                .containsPattern("value=\"sms.order\"[^>]* checked")
                .doesNotContain("email.order");
        post(address("preferences"), "was=sms.order&was=sms.offers&on=sms.offers&pause=none");
        assertThat(said("sms", Topic.ORDER)).contains(State.WITHDRAWN);
        assertThat(said("sms", Topic.OFFERS)).contains(State.GIVEN);
    }

    @Test
    void aLanguageNothingIsWrittenInIsNotTaken() {
        post(address("preferences"), "locale=tlh&pause=none");

        assertThat(customers.preferences(ada).locale()).isNull();
    }

    private void agreed(String channel, Topic topic, State state) {
        consents.record(ada, new Consent(channel, topic, state, "test", null, null, clock().instant()));
    }
}
