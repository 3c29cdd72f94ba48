package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.journey.Events;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.journey.ReplayingEvents;
import dev.afterglow.journey.ReplayingEvents.Answer;
import dev.afterglow.journey.Run;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReplayTest extends JourneyTest {

    @Autowired
    private ReplayingEvents replaying;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anEventThatIsToldAgainSendsNothingTwice() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").isPaid());
        then(email("thank-you").about("1001").wasSentOnce());

        replayed(paid("1001"));
        replayed(paid("1001"));

        then(email("thank-you").about("1001").wasSentOnce());
        nothingElseWasSent();
        assertThat(runsOf("1001")).extracting(Run::journey, Run::reason).containsExactly(tuple("ThankYou", null));
        assertThat(replaying.of(paid("1001"))).hasSize(2);
    }

    @Test
    void anEventWhoseRunNeverCameBeginsItWhenItIsToldAgain() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").isCreated());
        givenTheEngineTookThePaymentAndForgotIt("1001");
        then(test -> assertThat(messagesOf("1001")).isEmpty());

        replayed(paid("1001"));

        then(email("thank-you").about("1001").wasSentOnce());
        nothingElseWasSent();
    }

    @Test
    void whatWasCancelledMeanwhileStaysSilentWhenItIsToldAgain() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").isCreated());
        givenTheEngineTookThePaymentAndForgotIt("1001");
        when(anOrder("1001").by("Ada").isCancelled());

        replayed(paid("1001"));

        then(test -> assertThat(runsOf("1001")).extracting(Run::reason).containsExactly("order-cancelled"));
        nothingElseWasSent();
    }

    private void replayed(String event) {
        assertThat(replaying.replay(event, "olga", "the run is missing")).isEqualTo(Answer.QUEUED);
        after(days(0));
    }

    private String paid(String order) {
        return events.ofOrder(salted(order)).stream()
                .filter(event -> event.type().equals("order.paid"))
                .map(RecordedEvent::id)
                .findFirst()
                .orElseThrow();
    }

    private void givenTheEngineTookThePaymentAndForgotIt(String order) {
        jdbc.sql("update orders set status = 'paid' where id = ?")
                .param(salted(order))
                .update();
        jdbc.sql("""
                        insert into events (id, sender, sender_event_id, content_hash, type, subject, order_id,
                          customer_id, outcome, body, occurred_at, received_at)
                        select concat('p-', substring(id from 1 for 30)), sender, concat('paid-', sender_event_id),
                          concat('p', substring(content_hash from 2)), 'order.paid', subject, order_id, customer_id,
                          'accepted', body, occurred_at, received_at
                        from events where order_id = ? and type = 'order.created'
                        """).param(salted(order)).update();
        jdbc.sql("""
                        insert into publications (event_seq, published_at)
                        select seq, received_at from events where order_id = ? and type = 'order.paid'
                        """).param(salted(order)).update();
    }
}
