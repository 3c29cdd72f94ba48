package dev.afterglow.rehearsal;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import dev.afterglow.offer.Offer;
import dev.afterglow.offer.Offers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.RequestBuilder;

/** Does what a shop, a carrier or the person does: by the same doors as they. */
final class Acting {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType CLOUD_EVENT = MediaType.valueOf("application/cloudevents+json");
    private static final int REFUSED = 400;

    private final Stage stage;
    private final Example example;
    private final Role role;
    private final String person;

    /**
     * For one example.
     *
     * @param person the customer's id with us
     */
    Acting(Stage stage, Example example, Role role, String person) {
        this.stage = stage;
        this.example = example;
        this.role = role;
        this.person = person;
    }

    /**
     * Does it now.
     *
     * @throws ExamplesRefused when it cannot be done now
     */
    void act(Cue cue) {
        switch (cue.what()) {
            case Acts.ANSWERS ->
                send(
                        cue,
                        post(page(cue, "f"))
                                .param("score", Acts.detail(cue, "score", ""))
                                .param("remark", Acts.detail(cue, "remark", "")));
            case Acts.REVIEWS ->
                send(
                        cue,
                        post(page(cue, "r"))
                                .param("stars", Acts.detail(cue, "stars", ""))
                                .param("text", Acts.detail(cue, "text", "")));
            case Acts.REDEEMS -> redeem(cue);
            case Acts.CONFIRMS -> send(cue, post(page(cue, "c")));
            case Acts.UNSUBSCRIBES -> send(cue, post(page(cue, "u")).param("stop", ""));
            default ->
                send(
                        cue,
                        post("/events")
                                .contentType(CLOUD_EVENT)
                                .content(json(new Reports(example, role).of(cue, stage.now()))));
        }
    }

    private void redeem(Cue cue) {
        String code = stage.room(Offers.class).of(person).stream()
                .max(Comparator.comparing(Offer::expiresAt))
                .map(Offer::code)
                .orElseThrow(() -> refused(cue, "no code had been given by then"));
        send(
                cue,
                post("/api/offers/" + code + "/redemption")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json(Map.of(
                                "order",
                                role.orderId() + "-later",
                                "amount",
                                Acts.detail(cue, "amount", "100.00"),
                                "currency",
                                example.purchase().currency()))));
    }

    /** The newest address of this kind that the person was sent. */
    private String page(Cue cue, String kind) {
        Pattern link = Pattern.compile("https?://[^/\\s]+(/" + kind + "/[A-Za-z0-9_-]{16,})");
        Messages messages = stage.room(Messages.class);
        List<Message> newestFirst = messages.ofCustomer(person).reversed();
        return newestFirst.stream()
                .filter(message -> message.status() == Message.Status.ACCEPTED)
                .flatMap(message -> found(link, messages.plain(message.id()).orElse("")).stream())
                .findFirst()
                .orElseThrow(() -> refused(cue, "nothing the person was sent by then leads there"));
    }

    private static Optional<String> found(Pattern link, String text) {
        Matcher matcher = link.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private void send(Cue cue, RequestBuilder request) {
        try {
            MockHttpServletResponse response =
                    stage.web().perform(request).andReturn().getResponse();
            if (response.getStatus() >= REFUSED) {
                throw refused(cue, "it is refused: " + reason(response));
            }
        } catch (ExamplesRefused refused) {
            throw refused;
        } catch (Exception e) {
            throw refused(cue, "it cannot be done: " + e.getMessage());
        }
    }

    private static String reason(MockHttpServletResponse response) throws java.io.IOException {
        String body = response.getContentAsString();
        return String.valueOf(response.getContentType()).contains("json")
                ? JSON.readTree(body).path("detail").asText(body)
                : "status " + response.getStatus();
    }

    private ExamplesRefused refused(Cue cue, String reason) {
        return new ExamplesRefused(
                example.folder() + "/" + ExamplesFile.NAME, cue.line(), "%s: %s".formatted(cue.what(), reason));
    }

    private static String json(Map<String, Object> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can always be written", e);
        }
    }
}
