package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.afterglow.MovableClock;
import dev.afterglow.journey.Stranger.Judgement;
import dev.afterglow.journey.check.CheckedFolder;
import dev.afterglow.journey.check.Finding;
import dev.afterglow.journey.check.Severity;
import dev.afterglow.journey.check.Verdicts;
import dev.afterglow.sql.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class StrangersContract {

    private static final EngineVersion FOURTH = new EngineVersion("ThankYou", 4);
    private static final long KEY = 2251799813685249L;

    private final MovableClock clock = new MovableClock();
    private final DiagramsAtEngine diagrams = mock(DiagramsAtEngine.class);
    private final Verdicts verdicts = mock(Verdicts.class);
    private Deployments deployments;
    private Strangers strangers;
    private Runs runs;
    private NoticingStrangers noticing;

    @BeforeEach
    void use(Database database) {
        deployments = new Deployments(database.client(), clock);
        strangers = database.transactional(new Strangers(database.client(), clock));
        runs = JourneyRoom.runs(database, clock);
        Editions editions = JourneyRoom.editions(JourneyRoom.folders(Path.of("bpmn")));
        noticing = new NoticingStrangers(strangers, diagrams, editions, verdicts);
        when(diagrams.find(anyString(), anyLong())).thenReturn(Optional.empty());
        deployed(3);
    }

    @Test
    void whatWasDeployedFromHereIsNoStranger() {
        noticing.meet(new EngineVersion("ThankYou", 3), KEY);

        assertThat(strangers.all()).isEmpty();
        verifyNoInteractions(diagrams);
    }

    @Test
    void whereTheDiagramIsNotGivenOutThatIsSaid() {
        noticing.meet(FOURTH, KEY);
        noticing.meet(FOURTH, KEY);

        assertThat(strangers.all()).singleElement().satisfies(stranger -> {
            assertThat(stranger.version()).isEqualTo(4);
            assertThat(stranger.judgement()).isEqualTo(Judgement.UNREADABLE);
            assertThat(stranger.findings()).isEmpty();
        });
        verify(diagrams).find("ThankYou", KEY);
    }

    @Test
    void whereItIsItIsCheckedInThePlaceOfOurs() {
        when(diagrams.find("ThankYou", KEY)).thenReturn(Optional.of("<drawn elsewhere/>"));
        when(verdicts.ofStranger(any()))
                .thenReturn(new CheckedFolder(
                        "thank-you",
                        List.of(new Finding(
                                Severity.ERROR, "rule", "thank-you/ThankYou.bpmn", "Task", null, "reason", "hint"))));
        noticing.meet(FOURTH, KEY);

        assertThat(strangers.all()).singleElement().satisfies(stranger -> {
            assertThat(stranger.judgement()).isEqualTo(Judgement.REFUSED);
            assertThat(stranger.findings()).containsExactly("thank-you/ThankYou.bpmn, Task: reason (rule)");
        });
        verify(verdicts)
                .ofStranger(argThat(folder -> folder.name().equals("thank-you")
                        && folder.text("ThankYou.bpmn").equals(Optional.of("<drawn elsewhere/>"))
                        && folder.files().containsKey("messages/thank-you.email.en.md")));
    }

    @Test
    void aJourneyNobodyHereKnowsIsCheckedAlone() {
        when(diagrams.find("Unknown", KEY)).thenReturn(Optional.of("<drawn/>"));
        when(verdicts.ofStranger(any())).thenReturn(new CheckedFolder("Unknown", List.of()));
        noticing.meet(new EngineVersion("Unknown", 1), KEY);

        assertThat(strangers.all()).extracting(Stranger::judgement).containsExactly(Judgement.SOUND);
        verify(verdicts)
                .ofStranger(argThat(folder ->
                        folder.files().keySet().equals(Map.of("Unknown.bpmn", 1).keySet())));
    }

    @Test
    void oneThatAVersionOfOursReplacedMattersWhileSomebodyIsOnIt() {
        noticing.meet(FOURTH, KEY);
        Run run = runs.enter(
                new Step("ThankYou", 4, 1, "Task_EnterJourney", Instant.MAX), new Entry("1001", "1001", null), null);
        deployed(5);
        assertThat(strangers.all()).extracting(Stranger::running).containsExactly(1L);
        runs.end(run.instanceKey(), null);

        assertThat(strangers.all()).isEmpty();
    }

    private void deployed(int version) {
        deployments.keep(
                "ThankYou",
                version,
                "Thank you",
                EditionTest.of("thank-you", Map.of("a", "b")).folder());
    }
}
