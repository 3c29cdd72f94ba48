package dev.afterglow.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.Instants;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

abstract class PurgingContract {

    private static final int BATCH = 3;

    private final MovableClock clock = new MovableClock();
    private Database database;
    private Purging purging;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        purging = new Purging(
                fresh.client(),
                new TransactionTemplate(new JdbcTransactionManager(fresh.source())),
                new PrivacySettings(Period.ofDays(90), Period.ofMonths(13), Duration.ofHours(1), BATCH),
                clock);
    }

    @Test
    void whatMessagesLookedLikeIsEmptiedAfterNinetyDaysAndNotBefore() {
        message("accepted", null);
        clock.advance(Duration.ofDays(89));
        assertThat(purging.purge()).isZero();
        clock.advance(Duration.ofDays(2));

        assertThat(purging.purge()).isEqualTo(1);

        assertThat(text("select coalesce(html, plain, fields, unsubscribe, '-') from messages"))
                .isEqualTo("-");
        assertThat(text("select subject || recipient from messages")).isEqualTo("Helloada@example.com");
        assertThat(purging.purge()).isZero();
    }

    @Test
    void whatMayStillLeaveKeepsItsWords() {
        message("deferred", null);
        message("reserved", null);
        message("uncertain", clock.instant());
        clock.advance(Duration.ofDays(400));

        assertThat(purging.purge()).isZero();
        assertThat(text("select count(*) from messages where html is not null")).isEqualTo("3");
    }

    @Test
    void rawEventsAreEmptiedAfterThirteenMonthsAndStillKnownWhenTheyComeAgain() {
        event();
        clock.advance(Duration.ofDays(390));
        assertThat(purging.purge()).isZero();
        clock.advance(Duration.ofDays(10));

        assertThat(purging.purge()).isEqualTo(1);

        assertThat(text("select '<' || body || '>' from events")).isEqualTo("<>");
        assertThat(text("select sender_event_id || content_hash from events")).hasSizeGreaterThan(36);
        assertThat(text("select count(*) from events where body_purged_at is not null and body_since is null"))
                .isEqualTo("1");
        assertThat(purging.purge()).isZero();
    }

    @Test
    void whatProvidersToldIsEmptiedToo() {
        database.client()
                .sql(
                        "insert into provider_events (id, provider, provider_event_id, kind, hard, channel, address, detail,"
                                + " occurred_at, received_at) values ('p-1', 'mailgun', 'x', 'bounced', true, 'email',"
                                + " 'ada@example.com', '550 no such ada', ?, ?)")
                .params(now(), now())
                .update();
        clock.advance(Duration.ofDays(400));

        assertThat(purging.purge()).isEqualTo(1);
        assertThat(purging.purge()).isZero();
        assertThat(text("select coalesce(address, detail, '-') from provider_events"))
                .isEqualTo("-");
    }

    @Test
    void manyRowsGoInSmallBatchesUntilNoneIsLeft() {
        for (int i = 0; i < 3 * BATCH; i++) {
            event();
            message("accepted", null);
        }
        clock.advance(Duration.ofDays(400));

        assertThat(purging.purge()).isEqualTo(6 * BATCH);
        assertThat(text("select count(*) from events where body <> ''")).isEqualTo("0");
    }

    @Test
    void severalAtOnceEmptyEverythingBetweenThem() {
        for (int i = 0; i < 30; i++) {
            event();
        }
        clock.advance(Duration.ofDays(400));

        List<Integer> purged = AllAtOnce.run(4, any -> purging.purge());
        int rest = purging.purge();

        assertThat(purged.stream().mapToInt(Integer::intValue).sum() + rest).isEqualTo(30);
        assertThat(text("select count(*) from events where body <> ''")).isEqualTo("0");
    }

    private void event() {
        String id = UUID.randomUUID().toString();
        database.client()
                .sql("insert into events (id, sender, sender_event_id, content_hash, type, subject, outcome, body,"
                        + " occurred_at, received_at, body_since) values (?, 'shop', ?, ?, 'order.paid', '1', 'accepted',"
                        + " '{\"email\": \"ada@example.com\"}', ?, ?, ?)")
                .params(id, id, id, now(), now(), now())
                .update();
    }

    private void message(String status, Instant notBefore) {
        String id = UUID.randomUUID().toString();
        database.client()
                .sql(
                        "insert into messages (id, journey, business_key, step, occasion, channel, purpose, topic, template,"
                                + " recipient, subject, html, plain, fields, unsubscribe, status, attempt, resends, decided_at,"
                                + " rendered_at, not_before) values (?, 'ThankYou', ?, 'Send', '', 'email', 'service', 'order',"
                                + " 'thank-you', 'ada@example.com', 'Hello', '<p>Ada</p>', 'Ada', '{}', 'x', ?, 1, 0, ?, ?, ?)")
                .param(id)
                .param(id)
                .param(status)
                .param(now())
                .param(now())
                .param(Instants.param(notBefore))
                .update();
    }

    private Object now() {
        return Instants.param(clock.instant());
    }

    private String text(String sql) {
        return database.client().sql(sql).query(String.class).single();
    }
}
