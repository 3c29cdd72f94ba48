package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class EditionsContract {

    private static final String WORDS = "messages/thank-you.email.en.md";
    private static final String LATER = "c".repeat(40);
    private static final Duration KEPT = Duration.ofDays(90);

    @TempDir
    private Path bpmn;

    private final MovableClock clock = new MovableClock();
    private final Edition first = thankYou("Hello");
    private final Edition second = thankYou("Hi");
    private Database database;
    private EditionRows rows;
    private Editions editions;
    private Runs runs;
    private long instance = 2251799813685249L;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        rows = fresh.transactional(new EditionRows(fresh.client(), clock));
        runs = JourneyRoom.runs(fresh, clock);
        editions = replica();
    }

    @Test
    void whoEnteredKeepsTheEditionAndWhoEntersNowGetsTheNewest() {
        release(first, 1);
        Run early = enter("1001", 1);
        release(second, 1);
        Run late = enter("1002", 1);

        assertThat(wordsOf(early)).isEqualTo("Hello");
        assertThat(wordsOf(late)).isEqualTo("Hi");
        assertThat(editions.newest("ThankYou")).contains(second);
    }

    @Test
    void anInstanceOnAnOlderVersionEntersWithTheWordsOfThatVersion() {
        release(first, 1);
        release(second, 2);

        assertThat(wordsOf(enter("1001", 1))).isEqualTo("Hello");
        assertThat(wordsOf(enter("1002", 2))).isEqualTo("Hi");
        assertThat(wordsOf(enter("1003", 3)))
                .as("nobody here deployed that one")
                .isEqualTo("Hi");
    }

    @Test
    void whoEnteredBeforeTheDatabaseKnewFindsTheEditionOfTheVersion() {
        Run early = enter("1001", 1);
        assertThat(early.edition()).isNull();
        release(first, 1);
        release(second, 2);

        assertThat(wordsOf(early)).isEqualTo("Hello");
    }

    @Test
    void anotherReplicaReadsThemWithoutHavingTheFiles() {
        release(first, 1);
        Run early = enter("1001", 1);
        release(second, 2);
        Editions other = replica();

        assertThat(other.of(early)).contains(first);
        assertThat(other.newest("ThankYou")).contains(second);
    }

    @Test
    void whereNothingWasEverInUseTheFilesOnDiskAre() throws IOException {
        assertThat(editions.newest("ThankYou")).isEmpty();
        Files.createDirectories(bpmn.resolve("thank-you"));
        Files.writeString(bpmn.resolve("thank-you/ThankYou.bpmn"), "saved just now");

        assertThat(editions.newest("ThankYou").orElseThrow().folder().text("ThankYou.bpmn"))
                .contains("saved just now");
        release(first, 1);
        assertThat(editions.newest("ThankYou")).contains(first);
    }

    @Test
    void whatAllShareIsInUseWithoutAVersion() {
        Edition layout = EditionTest.of("shared", Map.of("layout.email.mjml", "<mjml/>"));
        editions.release(layout, null, List.of());
        editions.release(layout, null, List.of());

        assertThat(editions.shared().orElseThrow().text("layout.email.mjml")).contains("<mjml/>");
        assertThat(releases()).isEqualTo(1);
        assertThat(editions.all()).isEmpty();
    }

    @Test
    void theSameAgainChangesNothingAndAnOlderOneComesBack() {
        release(first, 1);
        release(first, 1);
        assertThat(releases()).isEqualTo(1);
        release(second, 1);
        clock.advance(Duration.ofHours(1));
        release(first, 1);

        assertThat(editions.newest("ThankYou")).contains(first);
        assertThat(wordsOf(enter("1001", 1))).isEqualTo("Hello");
        assertThat(editions.all())
                .extracting(one -> one.mark().hash(), EditionInUse::newest)
                .containsExactly(tuple(first.hash(), true), tuple(second.hash(), false));
        assertThat(editions.all().getFirst().since())
                .isAfter(editions.all().getLast().since().plus(Duration.ofHours(1)));
    }

    @Test
    void twoReplicasMayBringTheSameAtOnce() {
        AllAtOnce.run(4, who -> {
            replica().release(first, null, List.of(version(1)));
            return who;
        });

        assertThat(replica().newest("ThankYou")).contains(first);
        assertThat(editions.all()).hasSize(1);
    }

    @Test
    void anEditionIsKnownByTheFirstCommitThatHoldsIt() {
        editions.release(first, new Revision("a".repeat(40), true), List.of(version(1)));
        assertThat(editions.mark(first.hash()).origin()).isEqualTo("commit aaaaaaaa, changed");
        editions.release(first, new Revision("b".repeat(40), false), List.of(version(1)));
        editions.release(first, new Revision(LATER, false), List.of(version(1)));

        assertThat(editions.mark(first.hash()).origin()).isEqualTo("commit bbbbbbbb");
        assertThat(editions.mark(second.hash()).origin()).isEmpty();
    }

    @Test
    void thePageTellsHowManyAreInEach() {
        release(first, 1);
        enter("1001", 1);
        runs.end(enter("1002", 1).instanceKey(), null);
        runs.enter(step(1), new Entry("1003", "1003", null), "test-order");
        release(second, 2);
        enter("1004", 2);

        assertThat(editions.all())
                .extracting(
                        EditionInUse::version,
                        EditionInUse::started,
                        EditionInUse::running,
                        EditionInUse::newest,
                        EditionInUse::kept)
                .containsExactly(tuple(2, 1L, 1L, true, true), tuple(1, 2L, 1L, false, true));
    }

    @Test
    void filesStayWhileSomebodyGoesByThemAndAWhileLonger() {
        release(first, 1);
        Run early = enter("1001", 1);
        release(second, 2);
        clock.advance(KEPT.multipliedBy(2));
        assertThat(prune()).as("somebody is on the way").isZero();
        runs.end(early.instanceKey(), null);
        clock.advance(KEPT.minusDays(1));
        assertThat(prune()).as("ended not long ago").isZero();
        clock.advance(Duration.ofDays(2));

        assertThat(prune()).isEqualTo(1);
        assertThat(prune()).isZero();
        assertThat(replica().of(early)).as("what is left is the newest").contains(second);
        assertThat(contents()).isEqualTo(second.folder().files().size());
        assertThat(editions.all()).extracting(EditionInUse::kept).containsExactly(true, false);
    }

    @Test
    void theNewestStaysForEverAndOneThatCameBackIsWholeAgain() {
        release(first, 1);
        clock.advance(KEPT.multipliedBy(5));
        assertThat(prune()).isZero();
        release(second, 2);
        assertThat(prune()).as("it served until now").isZero();
        clock.advance(KEPT.plusDays(1));
        assertThat(prune()).isEqualTo(1);
        release(first, 3);

        assertThat(replica().newest("ThankYou")).contains(first);
        assertThat(editions.all()).extracting(EditionInUse::kept).containsExactly(true, true);
    }

    private Editions replica() {
        return new Editions(
                rows,
                JourneyRoom.folders(bpmn),
                new JourneySettings(bpmn.toString(), true, Duration.ZERO, 10, Duration.ofMinutes(1), 64));
    }

    private void release(Edition edition, int version) {
        clock.advance(Duration.ofSeconds(1));
        editions.release(edition, null, List.of(version(version)));
    }

    private static EngineVersion version(int version) {
        return new EngineVersion("ThankYou", version);
    }

    private Run enter(String order, int version) {
        return runs.enter(step(version), new Entry(order, order, null), null);
    }

    private Step step(int version) {
        return new Step("ThankYou", version, instance++, "Task_EnterJourney", Instant.MAX);
    }

    private String wordsOf(Run run) {
        return editions.of(run).orElseThrow().folder().text(WORDS).orElseThrow();
    }

    private int prune() {
        return rows.prune(clock.instant().minus(KEPT));
    }

    private int releases() {
        return count("releases");
    }

    private int contents() {
        return count("file_contents");
    }

    private int count(String table) {
        return database.client()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private static Edition thankYou(String words) {
        return EditionTest.of("thank-you", Map.of("ThankYou.bpmn", "<diagram/>", WORDS, words));
    }
}
