package dev.afterglow.messaging.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Topic;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class UnsubscribePageTest extends PageTest {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    @Test
    void aMailProgramsClickWithdrawsAtOnceWithoutCookieOrRedirect() {
        HttpResponse<String> answer = post(address("unsubscribe"), ONE_CLICK);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "location");
        Consent said = consents.current(ada, "email", Topic.OFFERS).orElseThrow();
        assertThat(said.state()).isEqualTo(State.WITHDRAWN);
        assertThat(said.source()).isEqualTo("one-click");
        assertThat(said.evidence()).contains(message);
    }

    @Test
    void theClickMayComeAsAFormWithPartsToo() {
        String body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        HttpResponse<String> answer =
                send(request(address("unsubscribe"), "Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(said("email", Topic.OFFERS)).contains(State.WITHDRAWN);
    }

    @Test
    void theSameClickTenTimesIsOneWithdrawal() {
        String address = address("unsubscribe");
        for (int i = 0; i < 10; i++) {
            assertThat(post(address, ONE_CLICK).statusCode()).isEqualTo(200);
        }
        assertThat(consents.history(ada)).hasSize(1);
    }

    @Test
    void nothingElseStops() {
        post(address("unsubscribe"), ONE_CLICK);

        assertThat(said("email", Topic.REVIEWS)).isEmpty();
        assertThat(said("sms", Topic.OFFERS)).isEmpty();
    }

    @Test
    void lookingAtThePageChangesNothingAndShowsOneButton() {
        String address = address("unsubscribe");

        String page = get(address).body();

        assertThat(page).contains("Stop these messages?", "Beans &amp; Co", "Offers by e-mail");
        assertThat(page.split("<button")).hasSize(2);
        assertThat(head(address).statusCode()).isEqualTo(200);
        assertThat(consents.history(ada)).isEmpty();
    }

    @Test
    void aPostThatSaysNeitherChangesNothing() {
        assertThat(post(address("unsubscribe"), "hello=world").statusCode()).isEqualTo(404);
        assertThat(post(address("unsubscribe"), "List-Unsubscribe=Perhaps").statusCode())
                .isEqualTo(404);
        assertThat(consents.history(ada)).isEmpty();
    }

    @Test
    void theButtonStopsThemSaysWhatStillComesAndLeadsOn() {
        HttpResponse<String> answer = post(address("unsubscribe"), "stop=yes");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("They have stopped", "messages about your orders", "Choose what else");
        assertThat(consents.current(ada, "email", Topic.OFFERS).orElseThrow().wording())
                .contains("Offers by e-mail");
    }

    @Test
    void whoDidItByMistakeGetsThemAgain() {
        String address = address("unsubscribe");
        post(address, "stop=yes");

        assertThat(post(address, "again=yes").body()).contains("They come again");
        assertThat(said("email", Topic.OFFERS)).contains(State.GIVEN);
        assertThat(get(address).body()).contains("Stop these messages?");
    }

    @Test
    void nobodyIsSubscribedByThisPageWhoNeverLeft() {
        post(address("unsubscribe"), "again=yes");

        assertThat(consents.history(ada)).isEmpty();
    }

    @Test
    void anAddressOfAnotherPageOpensNothingHere() {
        String token = address("view").substring("/v/".length());

        assertThat(post("/u/" + token, ONE_CLICK).statusCode()).isEqualTo(404);
        assertThat(consents.history(ada)).isEmpty();
    }

    @Test
    void itSpeaksTheCustomersLanguage() {
        customers.prefer(ada, new dev.afterglow.customer.Preferences("de-AT", false, null, java.util.Set.of()));

        assertThat(get(address("unsubscribe"), "Accept-Language", "en").body())
                .contains("lang=\"de\"", "Angebote per E-Mail");
    }
}
