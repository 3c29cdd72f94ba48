package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

abstract class RunsContract {

    private static final Entry ORDER = new Entry("1001", "1001", "c-1");
    private static final long FIRST = 2251799813685249L;
    private static final long SECOND = 2251799813685260L;

    private final MovableClock clock = new MovableClock();
    private Runs runs;

    @BeforeEach
    void use(Database database) {
        runs = database.transactional(new Runs(database.client(), clock));
    }

    @Test
    void whoeverEntersIsOnTheWay() {
        runs.enter(in("ThankYou", FIRST), ORDER, null);

        assertThat(runs.ofOrder("1001")).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(Run.State.RUNNING);
            assertThat(run.instanceKey()).isEqualTo(FIRST);
            assertThat(run.endedAt()).isNull();
            assertThat(run.reason()).isNull();
        });
        assertThat(runs.ofCustomer("c-1")).isEqualTo(runs.ofOrder("1001"));
        assertThat(runs.ofOrder("1002")).isEmpty();
    }

    @Test
    void enteringTwiceKeepsTheFirstInstance() {
        runs.enter(in("ThankYou", FIRST), ORDER, null);
        Run second = runs.enter(in("ThankYou", SECOND), ORDER, null);

        assertThat(second.instanceKey()).isEqualTo(FIRST);
        assertThat(runs.ofOrder("1001")).hasSize(1);
        assertThat(runs.ofInstance(SECOND)).isEmpty();
    }

    @Test
    void theSameInstanceAskedAgainGetsTheSameAnswer() {
        Run first = runs.enter(in("ThankYou", FIRST), ORDER, null);
        Run again = runs.enter(in("ThankYou", FIRST), ORDER, "order-cancelled");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.state()).isEqualTo(Run.State.RUNNING);
    }

    @RepeatedTest(5)
    void ofEightInstancesAtOnceOneHoldsThePlace() {
        List<Run> answers = AllAtOnce.run(8, i -> runs.enter(in("ThankYou", FIRST + i), ORDER, null));

        assertThat(answers.stream().map(Run::instanceKey).distinct()).hasSize(1);
        assertThat(runs.ofOrder("1001")).hasSize(1);
    }

    @Test
    void anotherJourneyOfTheSameOrderHasItsOwnPlace() {
        runs.enter(in("ThankYou", FIRST), ORDER, null);
        Run other = runs.enter(in("CareTips", SECOND), ORDER, null);

        assertThat(other.instanceKey()).isEqualTo(SECOND);
        assertThat(runs.ofOrder("1001")).hasSize(2);
    }

    @Test
    void onlyItsOwnInstanceEndsARunAndOnlyOnce() {
        runs.enter(in("ThankYou", FIRST), ORDER, null);
        runs.enter(in("ThankYou", SECOND), ORDER, null);

        assertThat(runs.end(SECOND, "order-cancelled")).isFalse();
        assertThat(runs.ofOrder("1001"))
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isEqualTo(Run.State.RUNNING));

        assertThat(runs.end(FIRST, null)).isTrue();
        assertThat(runs.end(FIRST, "order-cancelled")).isFalse();
        assertThat(runs.ofOrder("1001")).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(Run.State.ENDED);
            assertThat(run.reason()).isNull();
            assertThat(run.endedAt()).isNotNull();
        });
    }

    @Test
    void whoIsDeclinedNeverRunsAndNeverEnds() {
        Run run = runs.enter(in("ThankYou", FIRST), ORDER, "test-order");

        assertThat(run.state()).isEqualTo(Run.State.DECLINED);
        assertThat(runs.end(FIRST, null)).isFalse();
        assertThat(runs.ofInstance(FIRST)).hasValueSatisfying(kept -> {
            assertThat(kept.state()).isEqualTo(Run.State.DECLINED);
            assertThat(kept.reason()).isEqualTo("test-order");
        });
    }

    @Test
    void countsTellStartedRunningEndedAndDeclinedApart() {
        assertThat(runs.counts()).isEmpty();
        runs.enter(in("ThankYou", 1), new Entry("1", "1", null), null);
        runs.enter(in("ThankYou", 2), new Entry("2", "2", null), null);
        runs.enter(in("ThankYou", 3), new Entry("3", "3", null), null);
        runs.enter(in("ThankYou", 4), new Entry("4", "4", null), "test-order");
        runs.enter(in("CareTips", 5), new Entry("1", "1", null), null);
        runs.end(2, null);

        assertThat(runs.counts())
                .containsExactly(new RunCounts("CareTips", 1, 1, 0, 0), new RunCounts("ThankYou", 3, 2, 1, 1));
    }

    @Test
    void runsAreToldOldestFirst() {
        runs.enter(in("ThankYou", FIRST), ORDER, null);
        clock.advance(Duration.ofDays(1));
        runs.enter(in("CareTips", SECOND), ORDER, null);

        assertThat(runs.ofOrder("1001").stream().map(Run::journey)).containsExactly("ThankYou", "CareTips");
    }

    private static Step in(String journey, long instance) {
        return new Step(journey, 1, instance, "Enter", Instant.MAX);
    }
}
