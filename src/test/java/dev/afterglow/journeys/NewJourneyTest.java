package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.afterglow.TestJourneys;
import dev.afterglow.journey.Editions;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Stranger;
import dev.afterglow.journey.Strangers;
import dev.afterglow.journey.check.Verdicts;
import dev.afterglow.messaging.Message;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/** The guide's own example, brought to a running app as a marketer would. */
class NewJourneyTest extends JourneyTest {

    private static final String JOURNEY = "RecycleBox";
    private static final Path EXAMPLE = Path.of("docs/guide/example-journey/recycle-box");
    private static final Path FOLDER = Path.of(TestJourneys.FOLDER, "recycle-box");
    private static final Path DIAGRAM = FOLDER.resolve("RecycleBox.bpmn");
    private static final Path WORDS = FOLDER.resolve("messages/recycle-box.email.en.md");
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    private Editions editions;

    @Autowired
    private Verdicts verdicts;

    @Autowired
    private Strangers strangers;

    @Autowired
    private CamundaClient engine;

    @AfterEach
    void nobodyEntersAnyMore() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        String diagram = Files.readString(EXAMPLE.resolve("RecycleBox.bpmn"));
        engine.newDeployResourceCommand()
                .addResourceStringUtf8(
                        diagram.replace("name=\"order.delivered\"", "name=\"nobody.tells\""), "RecycleBox.bpmn")
                .send()
                .join();
    }

    @Test
    void aFolderIsAllItTakesAndWhoIsInItKeepsItsWords() throws IOException {
        FileSystemUtils.copyRecursively(EXAMPLE, FOLDER);
        String first = inUseOtherThan("");
        assertThat(verdicts.ofJourney(JOURNEY).orElseThrow().findings()).isEmpty();
        delivered("1001");
        await().atMost(SOON).until(() -> runOf("1001") != null);

        change(WORDS, "The box of your order", "Where the box goes: order");
        String second = inUseOtherThan(first);
        change(WORDS, "Where the box goes: order", "Never said: order");
        change(DIAGRAM, "type=\"messaging.send\"", "type=\"messaging.shout\"");
        await().atMost(SOON)
                .until(() -> verdicts.ofJourney(JOURNEY).orElseThrow().isRefused());
        delivered("1002");
        await().atMost(SOON).until(() -> runOf("1002") != null);
        after(days(4));

        then(test -> {
            assertThat(messageOf("1001").subject()).startsWith("The box of your order");
            assertThat(messageOf("1001").edition())
                    .isEqualTo(first)
                    .isEqualTo(runOf("1001").edition());
            assertThat(messageOf("1002").subject()).startsWith("Where the box goes: order");
            assertThat(messageOf("1002").edition())
                    .isEqualTo(second)
                    .isEqualTo(runOf("1002").edition());
        });
        assertThat(editions.all())
                .filteredOn(one -> one.journey().equals(JOURNEY))
                .extracting(one -> one.mark().hash())
                .containsExactly(second, first);
    }

    @Test
    void whatIsDeployedFromElsewhereIsNoticedByItsFirstWork() {
        var drawn = Bpmn.createExecutableProcess("DrawnElsewhere")
                .startEvent()
                .message("drawn.elsewhere")
                .serviceTask("Task_Leave", task -> task.zeebeJobType("journey.leave"))
                .endEvent()
                .done();
        engine.newDeployResourceCommand()
                .addProcessModel(drawn, "DrawnElsewhere.bpmn")
                .send()
                .join();
        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            engine.newPublishMessageCommand()
                    .messageName("drawn.elsewhere")
                    .correlationKey("")
                    .send()
                    .join();
            assertThat(strangers.all())
                    .extracting(Stranger::journey, Stranger::judgement)
                    .contains(tuple("DrawnElsewhere", Stranger.Judgement.UNREADABLE));
        });
        assertThat(strangers.all()).extracting(Stranger::journey).doesNotContain("ThankYou");
    }

    private String inUseOtherThan(String before) {
        Callable<String> newest = () -> editions.all().stream()
                .filter(one -> one.journey().equals(JOURNEY) && one.newest())
                .map(one -> one.mark().hash())
                .findFirst()
                .orElse("");
        return await().atMost(SOON).until(newest, hash -> !hash.isEmpty() && !hash.equals(before));
    }

    private Run runOf(String order) {
        return runOf(order, JOURNEY).orElse(null);
    }

    private Message messageOf(String order) {
        List<Message> all = messagesOf(order).stream()
                .filter(message -> message.journey().equals(JOURNEY))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void delivered(String order) {
        APerson person = APerson.called("boxed" + salted(order).replace("-", "x"));
        for (String type : List.of("order.paid", "order.delivered")) {
            tell(person, order, type, Map.of("order", person.order()));
        }
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
