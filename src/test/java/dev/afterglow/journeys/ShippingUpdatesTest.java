package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.journey.Run;
import dev.afterglow.messaging.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
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

    @Test
    void aDelayTheCarrierTellsIsNotToldAgainInTheEvening() {
        when(aParcel("P1").shippedFor("1001").promisedFor(today().plusDays(1)));
        leaves();
        when(aParcel("P1").is("delivery-delayed").promisedFor(today().plusDays(3)));
        then(email("parcel-delayed")
                .about("1001")
                .mentions("It is now expected on")
                .wasSentOnce());

        afterWaitingUntil(LocalTime.of(19, 5));
        afterWaitingUntil(LocalTime.of(19, 5));
        then(email("parcel-delayed").about("1001").wasSentOnce());
        nothingElseWasSent();
        assertThat(messagesOf("1001"))
                .filteredOn(message -> message.status() == Message.Status.SILENT)
                .extracting(Message::template, Message::reason)
                .containsOnly(tuple("parcel-delayed", "duplicate-occasion"));
    }

    @Test
    void aFailedAttemptIsToldAndLateOrRepeatedScansSayNothing() {
        when(aParcel("P1").shippedFor("1001"));
        leaves();
        Instant morning = clock().instant();
        when(aParcel("P1").is("out-for-delivery"));
        then(email("parcel-out-for-delivery").about("1001").wasSentOnce());
        when(aParcel("P1").is("delivery-failed"));
        then(email("parcel-delivery-failed").about("1001").wasSentOnce());

        when(aParcel("P1").is("delivery-failed"));
        whenTold(aParcel("P1").is("out-for-delivery"), morning.minusSeconds(60));
        whenTold(aParcel("P1").is("in-transit"), morning.minusSeconds(120));
        then(test -> {});
        nothingElseWasSent();

        after(days(1));
        when(aParcel("P1").is("out-for-delivery"));
        then(wereSent("parcel-out-for-delivery", 2));
        when(aParcel("P1").is("delivered").at("door"));
        then(email("parcel-delivered")
                .about("1001")
                .mentions("left at your door")
                .wasSentOnce());
        whenTold(aParcel("P1").is("delivery-failed"), morning.plusSeconds(60));
        when(aParcel("P1").is("delivered"));
        after(days(30));
        nothingElseWasSent();
    }

    @Test
    void aParcelNobodySeesAnyMoreIsMissedAndThenGivenUp() {
        when(aParcel("P1").shippedFor("1001"));
        leaves();
        when(aParcel("P1").is("in-transit"));
        after(days(4));
        when(aParcel("P1").is("picked-up"));
        nothingElseWasSent();

        after(days(6));
        then(email("parcel-missing").about("1001").wasSentOnce());
        after(days(2));
        nothingElseWasSent();

        after(days(8));
        then(email("parcel-lost").about("1001").wasSentOnce());
        then(theRunEnded("parcel-lost"));
        after(days(60));
        nothingElseWasSent();
    }

    @Test
    void twoParcelsOfOneOrderOnOneDayAreOneMessage() {
        when(aParcel("P1").shippedFor("1001"));
        when(aParcel("P2").shippedFor("1001"));
        then(aRunIsFollowed());
        after(FOR_OTHER_PARCELS);
        then(email("parcel-shipped")
                .about("1001")
                .mentions("in 2 parcels")
                .mentions("P1")
                .mentions("P2")
                .wasSentOnce());
        then(email("parcel-shipped").about("1001").wasSentOnce());
        nothingElseWasSent();
        assertThat(messagesOf("1001"))
                .filteredOn(message -> message.status() == Message.Status.SILENT)
                .extracting(Message::template, Message::reason)
                .containsExactly(tuple("parcel-shipped", "duplicate-occasion"));

        when(aParcel("P1").is("delivered"));
        when(aParcel("P2").is("delivered"));
        then(wereSent("parcel-delivered", 2));
    }

    @Test
    void aParcelThatWaitsInAShopIsRemindedOfUntilItIsFetched() {
        given(aCustomer("Grace").withPhone("+4915112345678").whoReads("de"));
        when(anOrder("1002").by("Grace").isCreated());
        when(aParcel("P2").shippedFor("1002"));
        when(aParcel("P2").is("ready-for-pickup"));
        then(email("parcel-ready-for-pickup")
                .about("1002")
                .mentions("kann abgeholt werden")
                .wasSentOnce());
        after(days(3));
        then(email("parcel-pickup-reminder")
                .about("1002")
                .mentions("wartet seit zwei Tagen")
                .wasSentOnce());
        then(test ->
                assertThat(test.messagesOf("1002")).extracting(Message::channel).containsOnly("sms"));

        when(aParcel("P2").is("delivered").at("picked-up"));
        then(email("parcel-delivered").about("1002").mentions("wurde abgeholt").wasSentOnce());
        after(days(30));
        nothingElseWasSent();
    }

    @Test
    void nothingIsSaidOfAParcelOrOrderThatWasCancelledOnTheWay() {
        when(aParcel("P1").shippedFor("1001"));
        when(aParcel("P2").shippedFor("1001"));
        then(aRunIsFollowed());
        when(aParcel("P2").withdrawnFrom("1001"));
        then(test -> assertThat(test.runsOf("1001")).extracting(Run::reason).containsOnly(null, "parcel-cancelled"));
        when(anOrder("1001").by("Ada").isCancelled());
        then(test -> assertThat(test.runsOf("1001"))
                .extracting(Run::reason)
                .containsExactlyInAnyOrder("order-cancelled", "parcel-cancelled"));
        after(days(60));
        nothingElseWasSent();
    }

    private void leaves() {
        then(aRunIsFollowed());
        after(FOR_OTHER_PARCELS);
        then(email("parcel-shipped").about("1001").wasSentOnce());
    }

    private static Expectation wereSent(String template, int times) {
        return test -> {
            List<Message> sent = test.messagesOf("1001").stream()
                    .filter(message -> message.template().equals(template))
                    .filter(message -> message.status() == Message.Status.ACCEPTED)
                    .toList();
            assertThat(sent).hasSize(times);
            sent.forEach(test::expect);
        };
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
