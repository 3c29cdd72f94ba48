package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

abstract class EnteringJourneyContract {

    private static final String REPEAT_BUYERS_ORDER = "o-repeat";
    private static final String TEST_ORDER = "o-test";

    private final MovableClock clock = new MovableClock();
    private Runs runs;
    private EnteringJourney entering;

    @BeforeEach
    void use(Database database) {
        runs = database.transactional(new Runs(database.client(), clock));
        AdmissionRule noTests =
                (journey, entry) -> TEST_ORDER.equals(entry.orderId()) ? Optional.of("test-order") : Optional.empty();
        RepeatBuyers repeatBuyers = entry -> REPEAT_BUYERS_ORDER.equals(entry.orderId());
        entering = database.transactional(
                new EnteringJourney(runs, List.of(noTests), repeatBuyers, new SimpleMeterRegistry(), clock));
    }

    @Test
    void aJourneyWithoutFieldsTakesEverybodyOnceForEachBusinessKey() {
        assertThat(enter("Any", 1, order("o-1", "c-1"), Map.of()).admitted()).isTrue();
        assertThat(enter("Any", 2, order("o-1", "c-1"), Map.of())).isEqualTo(declined("already-entered"));
        assertThat(enter("Any", 3, order("o-2", "c-1"), Map.of()).admitted()).isTrue();
    }

    @Test
    void twoParcelsOfOneOrderAreTwoRunsAndBothAreFoundByTheOrder() {
        Entry first = new Entry("p-1", "o-1", "c-1");
        Entry second = new Entry("p-2", "o-1", "c-1");

        assertThat(enter("Shipping", 1, first, Map.of()).admitted()).isTrue();
        assertThat(enter("Shipping", 2, second, Map.of()).admitted()).isTrue();

        assertThat(runs.ofOrder("o-1")).extracting(Run::businessKey).containsExactlyInAnyOrder("p-1", "p-2");
    }

    @Test
    void rulesAboutOrdersLookAtTheOrderWhateverTheRunIsAbout() {
        assertThat(enter("Shipping", 1, new Entry("p-1", TEST_ORDER, "c-1"), Map.of()))
                .isEqualTo(declined("test-order"));
    }

    @Test
    void workOfOurOwnPeopleIsDoneWhateverBecameOfTheOrder() {
        Entry aboutATest = new Entry("case-1", TEST_ORDER, "c-1");

        assertThat(enter("Work", 1, aboutATest, Map.of("class", "internal")).admitted())
                .isTrue();
        assertThat(enter("Work", 2, aboutATest, Map.of("class", "internal"))).isEqualTo(declined("already-entered"));
    }

    @Test
    void anAudienceKeepsTheOthersOut() {
        Map<String, String> firstTime = Map.of("audience", "first-time");
        Map<String, String> repeat = Map.of("audience", "repeat");

        assertThat(enter("First", 1, order("o-1", "c-1"), firstTime).admitted()).isTrue();
        assertThat(enter("First", 2, order(REPEAT_BUYERS_ORDER, "c-2"), firstTime))
                .isEqualTo(declined("not-in-audience"));
        assertThat(enter("Repeat", 3, order("o-1", "c-1"), repeat)).isEqualTo(declined("not-in-audience"));
        assertThat(enter("Repeat", 4, order(REPEAT_BUYERS_ORDER, "c-2"), repeat).admitted())
                .isTrue();
    }

    @Test
    void aClosedJourneyTakesNobodyMoreAndKeepsWhoIsInIt() {
        assertThat(enter("Closed", 1, order("o-1", "c-1"), Map.of()).admitted()).isTrue();

        Map<String, String> closed = Map.of("audience", "nobody");

        assertThat(enter("Closed", 2, order("o-2", "c-2"), closed)).isEqualTo(declined("journey-closed"));
        assertThat(enter("Closed", 1, order("o-1", "c-1"), closed).admitted()).isTrue();
    }

    @Test
    void oncePerCustomerIsOnceWhateverTheBusinessKey() {
        Map<String, String> once = Map.of("re-entry", "once-per-customer");

        assertThat(enter("Once", 1, order("o-1", "c-1"), once).admitted()).isTrue();
        clock.advance(Duration.ofDays(5000));
        assertThat(enter("Once", 2, order("o-2", "c-1"), once)).isEqualTo(declined("entered-before"));
        assertThat(enter("Once", 3, order("o-3", "c-2"), once).admitted()).isTrue();
        assertThat(enter("Other", 4, order("o-2", "c-1"), once).admitted()).isTrue();
    }

    @Test
    void whoIsDeclinedHasNotEntered() {
        Map<String, String> once = Map.of("re-entry", "once-per-customer");

        assertThat(enter("Once", 1, order(TEST_ORDER, "c-1"), once)).isEqualTo(declined("test-order"));
        assertThat(enter("Once", 2, order("o-2", "c-1"), once).admitted()).isTrue();
    }

    @Test
    void aPeriodLetsACustomerInAgainWhenItIsOver() {
        Map<String, String> yearly = Map.of("re-entry", "P1Y");

        assertThat(enter("Yearly", 1, order("o-1", "c-1"), yearly).admitted()).isTrue();
        clock.advance(Duration.ofDays(364));
        assertThat(enter("Yearly", 2, order("o-2", "c-1"), yearly)).isEqualTo(declined("entered-before"));
        clock.advance(Duration.ofDays(2));
        assertThat(enter("Yearly", 3, order("o-3", "c-1"), yearly).admitted()).isTrue();
    }

    @Test
    void theSameInstanceAskedAgainGetsTheSameAnswer() {
        Map<String, String> once = Map.of("re-entry", "once-per-customer");

        assertThat(enter("Once", 1, order("o-1", "c-1"), once).admitted()).isTrue();
        assertThat(enter("Once", 1, order("o-1", "c-1"), once).admitted()).isTrue();
        assertThat(enter("Once", 2, order("o-2", "c-1"), once)).isEqualTo(declined("entered-before"));
        assertThat(enter("Once", 2, order("o-2", "c-1"), once)).isEqualTo(declined("entered-before"));
    }

    @RepeatedTest(5)
    void ofEightOrdersOfACustomerAtOnceOneEnters() {
        Map<String, String> once = Map.of("re-entry", "once-per-customer");

        List<Admission> answers = AllAtOnce.run(8, i -> enter("Once", 1 + i, order("o-" + i, "c-1"), once));

        assertThat(answers).filteredOn(Admission::admitted).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.admitted()).allMatch(declined("entered-before")::equals);
    }

    @Test
    void aHoldOutIsAboutAsLargeAsAskedForAndTheSameCustomersEveryTime() {
        Map<String, String> tenth = Map.of("class", "marketing", "holdout", "10");

        List<String> heldOut = IntStream.range(0, 300)
                .filter(i ->
                        !enter("Offer", i, order("o-" + i, "c-" + i), tenth).admitted())
                .mapToObj(i -> "c-" + i)
                .toList();

        assertThat(heldOut).hasSizeBetween(15, 45);
        assertThat(runs.ofCustomer(heldOut.getFirst()))
                .extracting(Run::state, Run::reason)
                .containsExactly(tuple(Run.State.DECLINED, "held-out"));
        assertThat(heldOut)
                .allSatisfy(customer -> assertThat(enter(
                                "Offer", 9000 + heldOut.indexOf(customer), order("again-" + customer, customer), tenth))
                        .isEqualTo(declined("held-out")));
    }

    private Admission enter(String journey, long instance, Entry entry, Map<String, String> headers) {
        Step step = new Step(journey, 1, instance, "Task_EnterJourney", Instant.MAX);
        return entering.enter(step, entry, EntryTerms.of(new Fields(headers)));
    }

    private static Entry order(String order, String customer) {
        return new Entry(order, order, customer);
    }

    private static Admission declined(String reason) {
        return new Admission(false, reason);
    }
}
