package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.journey.Run;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShippingUpdatesTest extends JourneyTest {

    private static final Duration FOR_OTHER_PARCELS = Duration.ofMinutes(15);

    @BeforeEach
    void inTheMorning() {
        afterWaitingUntil(LocalTime.of(9, 0));
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").isCreated());
    }

    @Test
    void aParcelIsToldOfWhenItLeavesAndComesAndIsThere() {
        when(aParcel("P1").shippedFor("1001").promisedFor(today().plusDays(2)));
        when(aParcel("P1").is("in-transit"));
        then(aRunIsFollowed());
        after(FOR_OTHER_PARCELS);
        then(email("parcel-shipped")
                .about("1001")
                .to("Ada")
                .mentions("Your parcel is on its way")
                .mentions("Espresso machine")
                .mentions("https://carrier.example/")
                .wasSentOnce());

        after(days(1));
        when(aParcel("P1").is("out-for-delivery"));
        then(email("parcel-out-for-delivery").about("1001").wasSentOnce());
        when(aParcel("P1").is("delivered").at("neighbour"));
        then(email("parcel-delivered")
                .about("1001")
                .mentions("A neighbour took")
                .wasSentOnce());
        then(theRunEnded(null));

        after(days(30));
        nothingElseWasSent();
    }

    @Test
    void aDelayNobodyTellsIsToldOnceBeforeThePromisedDayEnds() {
        when(aParcel("P1").shippedFor("1001").promisedFor(today().plusDays(1)));
        leaves();
        when(aParcel("P1").is("in-transit"));
        afterWaitingUntil(LocalTime.of(19, 5));
        nothingElseWasSent();

        afterWaitingUntil(LocalTime.of(19, 5));
        then(email("parcel-delayed")
                .about("1001")
                .mentions("Nobody could tell us yet")
                .wasSentOnce());
        afterWaitingUntil(LocalTime.of(19, 5));
        nothingElseWasSent();

        afterWaitingUntil(LocalTime.of(19, 5));
        then(email("parcel-late").about("1001").wasSentOnce());
        when(aParcel("P1").is("delivered"));
        then(email("parcel-delivered").about("1001").wasSentOnce());
        then(theRunEnded(null));
        after(days(30));
        nothingElseWasSent();
    }

    private void leaves() {
        then(aRunIsFollowed());
        after(FOR_OTHER_PARCELS);
        then(email("parcel-shipped").about("1001").wasSentOnce());
    }

    private static Expectation aRunIsFollowed() {
        return test -> assertThat(test.runsOf("1001"))
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.state()).isEqualTo(Run.State.RUNNING));
    }

    private static Expectation theRunEnded(String reason) {
        return test -> assertThat(test.runsOf("1001"))
                .extracting(Run::journey, Run::state, Run::reason)
                .containsExactly(tuple("ShippingUpdates", Run.State.ENDED, reason));
    }
}
