package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import dev.afterglow.support.CaseEntries;
import dev.afterglow.support.CaseEntry;
import dev.afterglow.support.CaseEntry.Kind;
import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.SeeingToCases;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CaseTest extends JourneyTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private SeeingToCases seeing;

    @Autowired
    private CaseEntries entries;

    @Autowired
    private Runs runs;

    private String id;
    private String customer;

    @BeforeEach
    void somebodyWhoseOrderWasCancelledWaitsForAnAnswer() {
        given(aCustomer("Ada"));
        given(anOrder("1001").by("Ada").isPaid());
        given(anOrder("1001").by("Ada").isCancelled());
        id = "case-" + salted("1");
        customer = runsOf("1001").getFirst().customerId();
        seeing.open(id, customer, salted("1001"), "low-score", DAY);
        then(test -> assertThat(runsOfCase()).containsExactly(tuple(Run.State.RUNNING, null)));
    }

    @Test
    void theDeadlineIsWatchedUntilItIsClosedAndAgainWhenItIsOpenedAgain() {
        after(Duration.ofHours(19));
        assertThat(kinds()).containsExactly(Kind.OPENED);
        after(Duration.ofHours(2));
        thenDone(Kind.OPENED, Kind.REMINDED);
        seeing.due(id, clock().instant().plus(Duration.ofHours(8)), "admin");
        after(Duration.ofHours(5));
        thenDone(Kind.OPENED, Kind.REMINDED, Kind.DUE, Kind.REMINDED);
        after(Duration.ofHours(4));
        thenDone(Kind.OPENED, Kind.REMINDED, Kind.DUE, Kind.REMINDED, Kind.ESCALATED);

        seeing.close(id, CaseOutcome.SOLVED, "", "admin");
        then(test -> assertThat(runsOfCase()).containsExactly(tuple(Run.State.ENDED, null)));
        seeing.reopen(id, "", "admin");
        then(test ->
                assertThat(runsOfCase()).containsExactly(tuple(Run.State.ENDED, null), tuple(Run.State.RUNNING, null)));
        after(Duration.ofHours(40));

        then(test -> assertThat(kinds())
                .endsWith(Kind.CLOSED, Kind.REOPENED, Kind.ESCALATED)
                .filteredOn(Kind.ESCALATED::equals)
                .hasSize(2));
        seeing.close(id, CaseOutcome.NO_ANSWER, "", "admin");
        then(test -> assertThat(runsOfCase()).doesNotContain(tuple(Run.State.RUNNING, null)));
        nothingElseWasSent();
    }

    private void thenDone(Kind... kinds) {
        then(test -> assertThat(kinds()).containsExactly(kinds));
    }

    private List<Kind> kinds() {
        return entries.of(id).stream().map(CaseEntry::kind).toList();
    }

    private List<Tuple> runsOfCase() {
        return runs.ofCustomer(customer).stream()
                .filter(run -> run.journey().equals("Case"))
                .map(run -> tuple(run.state(), run.reason()))
                .toList();
    }
}
