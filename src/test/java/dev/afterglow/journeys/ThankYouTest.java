package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.journey.Run;
import dev.afterglow.messaging.Letter;
import dev.afterglow.messaging.Letters;
import dev.afterglow.messaging.Message;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ThankYouTest extends JourneyTest {

    @Autowired
    private Letters letters;

    @Test
    void aFirstTimeBuyerIsThankedOnce() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").isPaid());
        then(email("thank-you")
                .about("1001")
                .to("Ada")
                .mentions("Thank you, Ada!")
                .mentions("Your first order with Beans & Co")
                .mentions("Espresso machine")
                .mentions("€199.00")
                .wasSentOnce());
        nothingElseWasSent();
    }

    @Test
    void theHtmlPartIsFramedByTheShopsLayoutAndHasOneListOfWhatWasBought() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").isPaid());
        then(test -> {
            assertThat(messagesOf("1001")).hasSize(1);
            assertThat(htmlOf(messagesOf("1001").getFirst()))
                    .startsWith("<!doctype html>")
                    .contains("<html lang=\"en\" dir=\"ltr\"")
                    .contains(">Beans &amp; Co</div>")
                    .contains("<h1>Thank you, Ada!</h1>")
                    .containsOnlyOnce("<ul>")
                    .doesNotContain("{{", "{%");
        });
    }

    @Test
    void aRepeatBuyerReadsOtherWords() {
        given(aCustomer("Grace"));
        given(anOrder("1001").by("Grace").isPaid());
        when(anOrder("1002").by("Grace").isPaid());
        then(email("thank-you")
                .about("1002")
                .mentions("How good to have you back")
                .wasSentOnce());
        nothingElseWasSent();
    }

    @Test
    void aGermanReadsGerman() {
        given(aCustomer("Jörg").whoReads("de-AT"));
        when(anOrder("1001").by("Jörg").isPaid());
        then(email("thank-you")
                .about("1001")
                .mentions("Vielen Dank, Jörg!")
                .mentions("199,00")
                .wasSentOnce());
    }

    @Test
    void anOrderThatIsOnlyCreatedIsNotThankedFor() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").isCreated());
        after(days(30));
        nothingElseWasSent();
    }

    @Test
    void anOrderPaidTwiceIsThankedForOnce() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").isPaid());
        when(anOrder("1001").by("Ada").of("Grinder").isPaid());
        then(email("thank-you").about("1001").wasSentOnce());
        nothingElseWasSent();
    }

    @Test
    void aTestOrderStartsNothing() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").thatIsATest().isPaid());
        after(days(1));
        nothingElseWasSent();
        assertThat(runsOf("1001")).isEmpty();
    }

    @Test
    void anOrderCancelledBeforeItWasPaidStartsNothing() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").isCancelled());
        when(anOrder("1001").by("Ada").isPaid());
        after(days(1));
        nothingElseWasSent();
        assertThat(runsOf("1001")).isEmpty();
    }

    @Test
    void anOrderCancelledOnTheWayEndsItsRunAndIsNotSpokenAboutAnyMore() {
        given(aCustomer("Ada"));
        givenAnotherWorkerIsSending("1001", "ThankYou", "Task_SendThankYou");
        when(anOrder("1001").by("Ada").isPaid());
        then(test -> assertThat(runsOf("1001")).extracting(Run::state).containsExactly(Run.State.RUNNING));
        when(anOrder("1001").by("Ada").isCancelled());
        then(test -> assertThat(runsOf("1001"))
                .extracting(Run::state, Run::reason)
                .containsExactly(tuple(Run.State.ENDED, "order-cancelled")));
        after(days(200));
        nothingElseWasSent();
    }

    @Test
    void aCustomerWithoutAnAddressHearsNothingAndTheLedgerSaysWhy() {
        given(aCustomer("Ada").withoutEmail());
        when(anOrder("1001").by("Ada").isPaid());
        then(email("thank-you").about("1001").stayedSilentBecause("no-address"));
        nothingElseWasSent();
    }

    @Test
    void theRunIsRecordedFromEntryToEnd() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").isPaid());
        then(test -> assertThat(runsOf("1001"))
                .extracting(Run::journey, Run::state, Run::reason)
                .containsExactly(tuple("ThankYou", Run.State.ENDED, null)));
    }

    @Test
    void aNameThatLooksLikeMarkupStaysAName() {
        given(aCustomer("<script>alert(1)</script> *[x](http://evil.example)* {{ order.id }}"));
        when(anOrder("1001")
                .by("<script>alert(1)</script> *[x](http://evil.example)* {{ order.id }}")
                .isPaid());
        then(test -> {
            assertThat(messagesOf("1001")).hasSize(1);
            String html = htmlOf(messagesOf("1001").getFirst());
            assertThat(html).contains("&lt;script&gt;").contains("{{ order.id }}");
            assertThat(html).doesNotContain("<script").doesNotContain("<a href=\"http://evil.example\"");
        });
    }

    @Test
    void whoReadsTheThankYouIsLedToTheOrderAndToThePolicies() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").isPaid());
        then(email("thank-you")
                .about("1001")
                .mentions("https://beans.example/orders/" + salted("1001"))
                .mentions("https://beans.example/returns")
                .wasSentOnce());
    }

    @Test
    void aGiftIsThankedForWithoutAnyPriceAndWithoutANoteToTheWrongAddress() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").thatIsAGift().over("1200.00").isPaid());
        then(email("thank-you").about("1001").mentions("says no prices").wasSentOnce());
        then(test -> assertThat(runsOf("1001")).extracting(Run::state).containsExactly(Run.State.ENDED));
        assertThat(allSent()).allSatisfy(message -> {
            assertThat(textOf(message)).doesNotContain("1,200", "1200", "€");
            assertThat(htmlOf(message)).doesNotContain("1,200", "1200", "€", "&euro;");
        });
        nothingElseWasSent();
    }

    @Test
    void aLargeOrderIsAlsoThankedForByHandAndTheDeskKnowsByWhen() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").over("500.00").isPaid());
        then(email("thank-you").about("1001").mentions("€500.00").wasSentOnce());
        then(test -> assertThat(messagesOf("1001"))
                .filteredOn(message -> message.template().equals("thank-you-note"))
                .singleElement()
                .satisfies(message -> assertThat(letters.find(message.id())).hasValueSatisfying(letter -> {
                    assertThat(letter.status()).isEqualTo(Letter.Status.WAITING);
                    assertThat(letter.dueAt()).isAfter(letter.wantedAt());
                    assertThat(letters.page(message.id()))
                            .hasValueSatisfying(page -> assertThat(page).contains("Dear Ada"));
                })));
    }

    @Test
    void anOrderJustBelowTheTableGetsNoNote() {
        given(aCustomer("Ada"));
        when(anOrder("1001").by("Ada").over("499.99").isPaid());
        then(test -> assertThat(runsOf("1001")).extracting(Run::state).containsExactly(Run.State.ENDED));
        assertThat(messagesOf("1001")).extracting(Message::template).containsExactly("thank-you");
    }
}
