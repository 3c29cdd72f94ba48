package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import io.camunda.client.CamundaClient;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

abstract class CancellationsContract {

    private static final List<String> NO_ORDER = List.of("");

    private final MovableClock clock = new MovableClock();
    private final List<Object> announced = new ArrayList<>();
    private Database database;
    private Cancellations cancellations;
    private Runs runs;
    private StoppingRuns stopping;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        cancellations = fresh.transactional(new Cancellations(fresh.client(), clock));
        runs = fresh.transactional(new Runs(fresh.client(), clock));
        stopping = fresh.transactional(new StoppingRuns(runs, cancellations, announced::add));
        enter("ThankYou", 1, "o-1", "c-1");
        enter("CareTips", 2, "o-1", null);
        enter("ThankYou", 3, "o-2", "c-2");
        enter("Feedback", 4, "o-1", "c-1");
        runs.end(4, null);
    }

    @Test
    void whatRunsForTheCustomerOrTheirOrdersEndsAtOnceAndTheRestGoesOn() {
        assertThat(stop(List.of("c-1"), List.of("o-1"))).isEqualTo(2);

        assertThat(runs.ofOrder("o-1")).extracting(Run::state).containsOnly(Run.State.ENDED);
        assertThat(runs.ofOrder("o-1")).extracting(Run::reason).containsExactly("erased", "erased", null);
        assertThat(runs.ofOrder("o-2")).extracting(Run::state).containsExactly(Run.State.RUNNING);
        assertThat(cancellations.take(10, Duration.ofMinutes(1)))
                .extracting(Cancellation::instanceKey)
                .containsExactly(1L, 2L);
        assertThat(announced).hasSize(1);
    }

    @Test
    void stoppedTwiceItIsAskedForOnce() {
        stop(List.of("c-1"), NO_ORDER);

        assertThat(stop(List.of("c-1"), NO_ORDER)).isZero();
        assertThat(cancellations.ofCustomers(List.of("c-1"))).hasSize(1);
    }

    @Test
    void nobodyStopsRunsOutsideATransaction() {
        assertThatThrownBy(() -> stopping.stop(List.of("c-1"), NO_ORDER, "erased"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatOneTookAnotherDoesNotTakeUntilTheLeaseIsOver() {
        stop(List.of("c-1"), List.of("o-1"));
        List<List<Cancellation>> taken = AllAtOnce.run(4, any -> cancellations.take(10, Duration.ofMinutes(1)));

        assertThat(taken.stream().flatMap(List::stream).map(Cancellation::instanceKey))
                .containsExactlyInAnyOrder(1L, 2L);
        clock.advance(Duration.ofMinutes(2));
        assertThat(cancellations.take(10, Duration.ofMinutes(1))).hasSize(2);
    }

    @Test
    void theEngineIsAskedUntilItAnswers() {
        stop(List.of("c-1"), NO_ORDER);
        CamundaClient engine = engineThat(Status.UNAVAILABLE);
        Canceller canceller = new Canceller(cancellations, engine);

        assertThat(canceller.round()).isFalse();
        assertThat(canceller.round()).isFalse();
        verify(engine, times(1)).newCancelInstanceCommand(1);
        assertThat(theOne().doneAt()).isNull();

        clock.advance(Duration.ofSeconds(2));
        assertThat(new Canceller(cancellations, mock(CamundaClient.class, RETURNS_DEEP_STUBS)).round())
                .isTrue();
        assertThat(theOne().outcome()).isEqualTo("cancelled");
        assertThat(theOne().attempts()).isEqualTo(2);
    }

    @Test
    void anInstanceThatIsNotThereAnyMoreIsDone() {
        stop(List.of("c-1"), NO_ORDER);

        new Canceller(cancellations, engineThat(Status.NOT_FOUND)).round();

        assertThat(theOne().outcome()).isEqualTo("not-found");
        assertThat(theOne().doneAt()).isNotNull();
        clock.advance(Duration.ofDays(1));
        assertThat(cancellations.take(10, Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void thePausesGrowToFiveMinutes() {
        assertThat(List.of(0, 1, 5, 9, 1000))
                .extracting(attempts -> Canceller.pauseAfter(attempts).toSeconds())
                .containsExactly(1L, 2L, 32L, 300L, 300L);
    }

    private Cancellation theOne() {
        return cancellations.ofCustomers(List.of("c-1")).getFirst();
    }

    private int stop(List<String> customers, List<String> orders) {
        return database.inTransaction(() -> stopping.stop(customers, orders, "erased"));
    }

    private void enter(String journey, long instance, String order, String customer) {
        runs.enter(new Step(journey, 1, instance, "Enter", Instant.MAX), new Entry(order, order, customer), null);
    }

    private static CamundaClient engineThat(Status answer) {
        CamundaClient engine = mock(CamundaClient.class, RETURNS_DEEP_STUBS);
        when(engine.newCancelInstanceCommand(anyLong()).requestTimeout(any()).send())
                .thenThrow(answer.asRuntimeException());
        clearInvocations(engine);
        return engine;
    }
}
