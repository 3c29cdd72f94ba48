package dev.afterglow.messaging.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Topic;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class PastMessagesContract {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private TheShop shop;
    private PastMessages past;
    private String ada;

    @BeforeEach
    void use(Database database) {
        shop = new TheShop(database, new MovableClock());
        past = new PastMessages(database.client());
        ada = shop.customer("ada@example.com", "de-DE");
    }

    @Test
    void marketingIsCountedNewestFirstWithoutOnesOwn() {
        shop.sent(ada, "m-1", NOON.minusSeconds(20));
        shop.sent(ada, "m-2", NOON.minusSeconds(10));
        shop.sent(ada, "m-3", NOON.minus(DAY));
        shop.sent(ada, "own", NOON);
        shop.sent("c-other", "m-4", NOON);
        shop.row(ada, "m-5", "silent", Topic.OFFERS, "no-consent", NOON, null);

        assertThat(past.marketing(ada, "own", NOON.minusSeconds(60)))
                .containsExactly(NOON.minusSeconds(10), NOON.minusSeconds(20));
    }

    @Test
    void whatAnotherShopSentToTheSamePersonDoesNotCount() {
        String adaAtBlue = shop.customers
                .recognise(SomeShops.BLUE, new CustomerFacts(null, "ada@example.com", null, null, null, "de-DE", null))
                .orElseThrow();
        shop.sent(ada, "m-1", NOON.minusSeconds(20));

        assertThat(past.marketing(adaAtBlue, "own", NOON.minusSeconds(60))).isEmpty();
        assertThat(past.marketing(ada, "own", NOON.minusSeconds(60))).hasSize(1);
    }

    @Test
    void wordsAreAliveWhileTheyWaitAndAfterTheyLeft() {
        assertThat(past.isAlive(ada, "words", "", "own")).isFalse();
        shop.row(ada, "own", "accepted", Topic.OFFERS, null, NOON, null);
        shop.row(ada, "m-1", "rejected", Topic.OFFERS, "smtp-550", NOON, null);
        assertThat(past.isAlive(ada, "words", "", "own")).isFalse();

        shop.row(ada, "m-2", "deferred", Topic.OFFERS, "quiet-hours", NOON, NOON.plus(DAY));
        assertThat(past.isAlive(ada, "words", "", "own")).isTrue();
        assertThat(past.isAlive(ada, "words", "2027", "own")).isFalse();
        assertThat(past.isAlive(ada, "other words", "", "own")).isFalse();
    }

    @Test
    void onlyEarlierTopicsThatWaitForThisWindowAreAhead() {
        Instant soon = NOON.plusSeconds(600);
        shop.row(ada, "m-1", "deferred", Topic.REVIEWS, "quiet-hours", NOON, soon);
        shop.row(
                ada,
                "m-2",
                "deferred",
                Topic.FEEDBACK,
                "frequency-cap",
                NOON,
                NOON.plus(DAY).plusSeconds(1));
        shop.row(ada, "m-3", "deferred", Topic.FEEDBACK, "paused", NOON, soon.plusSeconds(1));

        assertThat(past.waitingAhead(ada, "own", Topic.OFFERS, NOON, DAY)).contains(soon);
        assertThat(past.waitingAhead(ada, "own", Topic.REVIEWS, NOON, DAY)).isEmpty();
        assertThat(past.waitingAhead(ada, "m-1", Topic.OFFERS, NOON, DAY)).isEmpty();
        assertThat(past.waitingAhead("c-other", "own", Topic.OFFERS, NOON, DAY)).isEmpty();
    }
}
