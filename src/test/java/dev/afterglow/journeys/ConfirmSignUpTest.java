package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Topic;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Intake;
import dev.afterglow.intake.Told;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import dev.afterglow.shop.ShopKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Double opt-in, from the sign-up to the yes. */
class ConfirmSignUpTest extends JourneyTest {

    private static final Pattern LINK = Pattern.compile("/c/[\\w-]+");
    private static final HttpClient VISITOR = HttpClient.newHttpClient();

    @Autowired
    private Intake intake;

    @Autowired
    private Customers customers;

    @Autowired
    private Consents consents;

    @Autowired
    private Messages messages;

    private final String account = UUID.randomUUID().toString();

    @Test
    void whoSignedUpIsAskedOnceAndSaysYesToAllOfIt() throws Exception {
        signedUp(State.PENDING, clock().instant());
        signedUp(State.PENDING, clock().instant().plusSeconds(60));

        then(test -> assertThat(mails()).hasSize(1));
        assertThat(states()).containsOnly(State.PENDING);

        confirm(mails().getFirst());
        assertThat(states()).hasSize(Topic.OF_MARKETING.size()).containsOnly(State.GIVEN);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whoSaidYesBeforeIsAskedNothing() {
        signedUp(State.GIVEN, clock().instant());
        signedUp(State.PENDING, clock().instant().plusSeconds(1));
        settle();

        assertThat(mails()).isEmpty();
        assertThat(states()).containsOnly(State.GIVEN);
    }

    private void signedUp(State state, Instant at) {
        List<Fact> said = Topic.OF_MARKETING.stream()
                .<Fact>map(topic -> new Fact.Said(new Consent("email", topic, state, "form", "box", null, at)))
                .toList();
        CustomerFacts person = new CustomerFacts(account, account + "@example.com", null, "Ada", null, "en", null);
        String id = UUID.randomUUID().toString();
        intake.take(List.of(Told.by("tests", id, id)
                .of(ShopKey.MAIN)
                .customer(person)
                .facts(said)
                .as("customer.updated", account, at)));
    }

    private String customer() {
        return customers.account(ShopKey.MAIN, account).orElseThrow();
    }

    private List<Message> mails() {
        return messages.ofCustomer(customer());
    }

    private List<State> states() {
        return consents.current(customer()).stream().map(Consent::state).toList();
    }

    private void confirm(Message mail) throws IOException, InterruptedException {
        String link = LINK.matcher(messages.html(mail.id()).orElseThrow())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        HttpRequest yes = HttpRequest.newBuilder(URI.create(url(link)))
                .POST(BodyPublishers.noBody())
                .build();
        String page = VISITOR.send(yes, BodyHandlers.ofString()).body();
        assertThat(page).contains("Surveys").contains("Offers").contains("you get them from now on");
    }
}
