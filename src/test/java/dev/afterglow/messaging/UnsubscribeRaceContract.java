package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.page.Issued;
import dev.afterglow.messaging.page.Links;
import dev.afterglow.messaging.policy.TheShop;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.messaging.words.Traits;
import dev.afterglow.messaging.words.Words;
import dev.afterglow.messaging.words.Writing;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Unsubscribing and reserving at the same moment, as often as {@code -Dinterleavings} says. */
abstract class UnsubscribeRaceContract {

    private static final int TIMES = Integer.getInteger("interleavings", 1000);
    private static final int LONGEST_HEAD_START = 3_000_000;

    private final MovableClock clock = new MovableClock();
    private final Channel email = new ToldChannel("email");
    private final AtomicInteger reservedAfterTheNo = new AtomicInteger();
    private Database database;
    private TheShop shop;
    private Deciding deciding;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        shop = new TheShop(fresh, clock);
        shop.neverSleeps();
        deciding = fresh.transactional(new Deciding(
                fresh.transactional(new Ledger(fresh.client(), clock)),
                shop.policies(),
                writing(),
                links(),
                shop.orders,
                shop.customers,
                SomeShops.one(),
                new MessagingSettings(
                        new MessagingSettings.Uncertain(MessagingSettings.Rule.LEAVE, Duration.ofMinutes(15))),
                clock));
    }

    @Test
    void nothingIsReservedOnceTheCustomerSaidNo() {
        Random random = new Random(8058);
        int reserved = 0;
        for (int i = 0; i < TIMES; i++) {
            String customer = shop.customer("c" + i + "@example.com", "de-DE");
            say(customer, State.GIVEN, clock.instant().minusSeconds(60));
            int headStart = random.nextInt(-LONGEST_HEAD_START, LONGEST_HEAD_START);

            List<Boolean> answers = AllAtOnce.run(2, who -> {
                spin(who == 0 ? headStart : -headStart);
                return who == 0 ? reserve(customer, "first") : unsubscribe(customer);
            });

            reserved += answers.getFirst() ? 1 : 0;
            assertThat(reserve(customer, "second")).as("after the no").isFalse();
        }

        assertThat(reservedAfterTheNo).as("of %d", TIMES).hasValue(0);
        assertThat(reserved).as("sometimes this, sometimes that came first").isBetween(TIMES / 20, TIMES - TIMES / 20);
    }

    private boolean reserve(String customer, String step) {
        Reservation answer = deciding.on(
                new SendRequest(
                        "Offers", null, customer, step, "", "offer", List.of("email"), null, customer, Instant.MAX),
                email);
        return answer instanceof Reservation.Ours;
    }

    private boolean unsubscribe(String customer) {
        say(customer, State.WITHDRAWN, clock.instant());
        return false;
    }

    private void say(String customer, State state, Instant at) {
        shop.consents.record(customer, new Consent("email", Topic.OFFERS, state, "test", null, null, at));
    }

    private static void spin(int nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static Writing writing() {
        Words words = mock(Words.class, withSettings().stubOnly());
        when(words.traits()).thenReturn(Traits.of(Purpose.MARKETING));
        when(words.locale()).thenReturn("de");
        Writing writing = mock(Writing.class, withSettings().stubOnly());
        when(writing.words(any(), any(), any(), any(), any())).thenReturn(words);
        when(writing.write(any(), any(), any(), any())).thenReturn(new Rendered("Hello", "<p>Hello</p>", "Hello"));
        return writing;
    }

    /** Links are kept after the policies had nothing against it: from there to the commit no other may commit a no. */
    private Links links() {
        Issued issued = mock(Issued.class, withSettings().stubOnly());
        when(issued.forWords()).thenReturn(Map.of());
        Links links = mock(Links.class, withSettings().stubOnly());
        ThreadLocal<String> whose = new ThreadLocal<>();
        when(links.issue(any(), any(), any(), any(), any())).thenAnswer(call -> {
            whose.set(call.getArgument(1));
            return issued;
        });
        when(links.keep(any(), any(), anyBoolean())).thenAnswer(call -> {
            watchTheCommit(whose.get());
            return call.getArgument(1);
        });
        return links;
    }

    private void watchTheCommit(String customer) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                reservedAfterTheNo.addAndGet(committedNos(customer));
            }
        });
    }

    /** As another connection sees it. */
    private int committedNos(String customer) {
        try (Connection other = database.source().getConnection();
                PreparedStatement count = other.prepareStatement(
                        "select count(*) from consents where customer_id = ? and state = 'withdrawn'")) {
            count.setString(1, customer);
            ResultSet row = count.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
