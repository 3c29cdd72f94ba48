package dev.afterglow.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged app with a real broker and a mail server that speaks SMTP and IMAP: killed, stopped, started again. */
class RealBrokerIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String ADA = "ada@example.com";

    private final GreenMail mailServer = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @TempDir
    private Path folder;

    @BeforeEach
    void startMailServer() {
        mailServer.start();
        mailServer.setUser(ADA, ADA, "secret");
    }

    @AfterEach
    void stopMailServer() {
        mailServer.stop();
    }

    @Test
    void anOrderSurvivesTheDeathOfBrokerAndAppAndMakesExactlyOneMail() throws Exception {
        AppProcess first = start().untilTheEngineAnswers();
        try {
            first.broker().destroyForcibly();
            assertThat(paid(first, "1001")).as("taken without a broker").isEqualTo(200);
        } finally {
            first.kill();
        }

        try (AppProcess second = start().untilTheEngineAnswers()) {
            await().atMost(SOON).untilAsserted(() -> assertThat(mails()).hasSize(1));
            second.broker().destroyForcibly();
            second.untilTheEngineAnswers();
            assertThat(paid(second, "1001")).as("the same order again").isEqualTo(200);
            second.advance(Duration.ofDays(1));
            assertThat(paid(second, "1002")).isEqualTo(200);
            await().atMost(SOON).untilAsserted(() -> assertThat(mails()).hasSize(2));

            assertThat(mails())
                    .extracting(Mail::subject)
                    .containsExactly("Thank you for your order #1001", "Thank you for your order #1002");
            assertThat(mails()).allSatisfy(mail -> {
                assertThat(mail.plain()).contains("Thank you, Ada!");
                assertThat(mail.html()).contains("<h1>Thank you, Ada!</h1>");
            });
            assertThat(second.json("/api/messages?order=1001").get("messages"))
                    .singleElement()
                    .satisfies(message ->
                            assertThat(message.get("status").asText()).isEqualTo("accepted"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    second.json("/api/orders/1001").get("runs"))
                            .singleElement()
                            .satisfies(
                                    run -> assertThat(run.get("state").asText()).isEqualTo("ended")));
            assertThat(mails()).hasSize(2);
        }
    }

    @Test
    void aWaitGoesOnAfterEverythingWasStoppedInItsMiddle() throws Exception {
        copyJourneys();
        addJourneyThatWaitsTwoHours();
        try (AppProcess first = start("--bpmn").untilTheEngineAnswers()) {
            paid(first, "1001");
            await().atMost(SOON).untilAsserted(() -> assertThat(mails()).hasSize(1));
            first.advance(Duration.ofMinutes(90));
        }

        try (AppProcess second = start("--bpmn").untilTheEngineAnswers()) {
            assertThat(second.json("/api/clock").get("offset").asText()).startsWith("PT1H30M");
            second.advance(Duration.ofMinutes(20));
            assertThat(mails()).as("ten minutes before its time").hasSize(1);
            second.advance(Duration.ofMinutes(20));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(mails())
                            .extracting(Mail::subject)
                            .containsExactly("Thank you for your order #1001", "Two hours later"));
            second.advance(Duration.ofDays(2));
            assertThat(mails()).hasSize(2);
        }
    }

    @Test
    void whatMustWaitKeepsItsStepAndIsJudgedAnewWhenItsTimeComes() throws Exception {
        copyJourneys();
        makeTheThankYouMarketing();
        try (AppProcess app = start(quietAroundNow()).untilTheEngineAnswers()) {
            tell(app, "consent.given", "{\"channel\": \"email\", \"topics\": [\"offers\"], %s}");
            paid(app, "1001");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(messageOf(app, "1001")).isEqualTo("deferred quiet-hours"));
            app.advance(Duration.ofMinutes(30));
            assertThat(mails()).as("still night").isEmpty();

            app.advance(Duration.ofHours(2));
            await().atMost(SOON).untilAsserted(() -> assertThat(mails()).hasSize(1));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(app.json("/api/orders/1001")
                                    .at("/runs/0/state")
                                    .asText())
                            .isEqualTo("ended"));

            paid(app, "1002");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(messageOf(app, "1002")).isEqualTo("deferred frequency-cap"));
            HttpResponse<String> answer = oneClick(app);
            assertThat(answer.statusCode()).isEqualTo(200);
            app.advance(Duration.ofDays(2));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(messageOf(app, "1002")).isEqualTo("silent consent-withdrawn"));
            assertThat(mails()).hasSize(1);
        }
    }

    /** What a mail program does when its own button "Unsubscribe" is pressed (RFC 8058). */
    private HttpResponse<String> oneClick(AppProcess app) throws MessagingException, IOException {
        String header = header("List-Unsubscribe");
        assertThat(header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        String path = URI.create(header.substring(1, header.indexOf('>'))).getPath();
        return app.post(
                path, Map.of("Content-Type", "application/x-www-form-urlencoded"), "List-Unsubscribe=One-Click");
    }

    /** A header of the first mail in Ada's mailbox. */
    private String header(String name) throws MessagingException {
        Store store = mailServer.getImap().createStore();
        store.connect(ADA, "secret");
        try (store;
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            return inbox.getMessages()[0].getHeader(name)[0];
        }
    }

    private static String messageOf(AppProcess app, String order) throws IOException {
        var message = app.json("/api/messages?order=" + order).at("/messages/0");
        return message.path("status").asText() + " " + message.path("reason").asText();
    }

    private void makeTheThankYouMarketing() throws IOException {
        Path words = folder.resolve("bpmn/thank-you/messages/thank-you.email.en.md");
        Files.writeString(
                words,
                Files.readString(words)
                        .replace("purpose: service", "purpose: marketing")
                        .replace("topic: order", "topic: offers"));
    }

    private Map<String, String> quietAroundNow() {
        LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return Map.of(
                "afterglow.journey.folder", folder.resolve("bpmn").toString(),
                "afterglow.messaging.quiet-hours.from", now.minusHours(1).toString(),
                "afterglow.messaging.quiet-hours.to", now.plusHours(1).toString());
    }

    private static void tell(AppProcess app, String type, String data) throws IOException {
        String customer = "\"customer\": {\"id\": \"7\", \"email\": \"%s\"}".formatted(ADA);
        String event = """
                {"specversion": "1.0", "id": "%s", "source": "/tests", "type": "%s", "subject": "7", "data": %s}
                """.formatted(UUID.randomUUID(), type, data.formatted(customer));
        assertThat(app.post("/events", Map.of("Content-Type", "application/cloudevents+json"), event)
                        .statusCode())
                .isEqualTo(200);
    }

    private AppProcess start(String... options) throws IOException {
        return start(
                options.length == 0
                        ? Map.of()
                        : Map.of(
                                "afterglow.journey.folder",
                                folder.resolve("bpmn").toString()));
    }

    private AppProcess start(Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(mailServer.getSmtp().getPort()));
        return AppProcess.start(folder, settings);
    }

    static int paid(AppProcess app, String order) throws IOException {
        String event = """
                {"specversion": "1.0", "id": "%s", "source": "/tests", "type": "order.paid", "subject": "%s",
                 "data": {"order": {"number": "#%s", "lines": [{"title": "Espresso machine"}]},
                          "customer": {"id": "7", "email": "%s", "firstName": "Ada"}}}
                """.formatted(UUID.randomUUID(), order, order, ADA);
        return app.post("/events", Map.of("Content-Type", "application/cloudevents+json"), event)
                .statusCode();
    }

    private void copyJourneys() throws IOException {
        Path source = Path.of("bpmn");
        try (Stream<Path> files = Files.walk(source)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path target = folder.resolve("bpmn")
                            .resolve(source.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void addJourneyThatWaitsTwoHours() throws IOException {
        BpmnModelInstance model = Bpmn.createExecutableProcess("LaterOn")
                .startEvent()
                .message("order.paid")
                .serviceTask(
                        "Task_EnterJourney",
                        task -> task.zeebeJobType("journey.enter").zeebeInputExpression("orderId", "businessKey"))
                .intermediateCatchEvent("Timer_TwoHours", timer -> timer.timerWithDuration("PT2H"))
                .serviceTask(
                        "Task_SendLater",
                        task -> task.zeebeJobType("messaging.send")
                                .zeebeTaskHeader("message", "later-on")
                                .zeebeTaskHeader("channel", "email"))
                .endEvent()
                .done();
        Path journey = Files.createDirectories(folder.resolve("bpmn/later-on/messages"));
        Files.writeString(journey.resolveSibling("LaterOn.bpmn"), Bpmn.convertToString(model));
        Files.writeString(journey.resolve("later-on.email.en.md"), """
                ---
                subject: Two hours later
                purpose: service
                ---
                Hello {{ customer.first_name }}.
                """);
    }

    private record Mail(String subject, String plain, String html) {}

    /** What is in Ada's mailbox, read over IMAP, oldest first. */
    private List<Mail> mails() throws MessagingException, IOException {
        Store store = mailServer.getImap().createStore();
        store.connect(ADA, "secret");
        try (store;
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            List<Mail> mails = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                List<String> parts = new ArrayList<>();
                texts((Multipart) message.getContent(), parts);
                mails.add(new Mail(message.getSubject(), parts.get(0), parts.get(1)));
            }
            return mails;
        }
    }

    private static void texts(Multipart multipart, List<String> parts) throws MessagingException, IOException {
        for (int i = 0; i < multipart.getCount(); i++) {
            Object content = multipart.getBodyPart(i).getContent();
            if (content instanceof Multipart inner) {
                texts(inner, parts);
            } else {
                parts.add(content.toString());
            }
        }
    }
}
