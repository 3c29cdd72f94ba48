package dev.afterglow.messaging;

import com.fasterxml.uuid.Generators;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of messages. A send is reserved here under journey, business key, step and occasion before it leaves;
 * whoever comes second finds the first one's row. Rows only move forward, and only by whom they are leased to.
 */
@Repository
class Ledger {

    /** Longer than a hand-over can take, shorter than the engine keeps a job for us. */
    static final Duration LEASE = Duration.ofSeconds(90);

    private static final String FIND = """
            select id, status, reason, recipient, subject, html, plain, leased_until, handed_over_at, attempt from messages
            where journey = ? and business_key = ? and step = ? and occasion = ?
            """;
    private static final String INSERT = """
            insert into messages (id, journey, business_key, step, occasion, customer_id, order_id, channel, transport,
              purpose, template, locale, recipient, subject, html, plain, status, reason, attempt, decided_at,
              leased_until, sent_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?) on conflict do nothing
            """;
    private static final String TAKE_OVER = """
            update messages set leased_until = ?, attempt = attempt + 1
            where id = ? and status = 'planned' and attempt = ? and handed_over_at is null
            """;
    private static final String MARK = """
            update messages set handed_over_at = ?
            where id = ? and attempt = ? and status = 'planned' and handed_over_at is null and leased_until > ?
            """;
    private static final String SETTLE = """
            update messages set status = ?, reason = ?, sent_at = ?, leased_until = null
            where id = ? and attempt = ? and status = 'planned'
            """;
    private static final String GIVE_BACK = """
            update messages set leased_until = null, handed_over_at = null
            where id = ? and attempt = ? and status = 'planned'
            """;

    private record Row(
            String id,
            Status status,
            @Nullable String reason,
            Envelope envelope,
            @Nullable Instant leasedUntil,
            @Nullable Instant handedOverAt,
            int attempt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is known of this wish; empty when it is new. A row that was left behind is taken over. */
    @Transactional
    Optional<Reservation> recall(SendRequest wish) {
        return row(wish).map(this::recall);
    }

    /** Writes down a new decision; if somebody was quicker, theirs counts. */
    @Transactional
    Reservation reserve(SendRequest wish, Draft draft, Channel channel) {
        String id = Generators.timeBasedEpochGenerator().generate().toString();
        if (!insert(id, wish, draft, channel)) {
            return recall(row(wish).orElseThrow());
        }
        if (draft.silence() != null) {
            return new Reservation.Decided(new Delivery.Silent(id, draft.silence()));
        }
        return channel.onlyKeeps()
                ? new Reservation.Decided(new Delivery.Sent(id))
                : new Reservation.Ours(draft.envelope(id), 1);
    }

    /**
     * Notes that from here on nobody can tell whether the message left.
     *
     * @throws TransientFailure when the lease is over: then it may be somebody else's
     */
    void mark(String id, int attempt) {
        var now = Instants.param(clock.instant());
        if (jdbc.sql(MARK).params(now, id, attempt, now).update() != 1) {
            throw new TransientFailure("it took too long to send", new IllegalStateException("the lease is over"));
        }
    }

    /** Writes down how an attempt ended; nothing changes when a later attempt has begun. */
    void settle(String id, int attempt, Status status, @Nullable String reason) {
        jdbc.sql(SETTLE)
                .param(status.word())
                .param(reason)
                .param(status == Status.SENT ? Instants.param(clock.instant()) : null)
                .params(id, attempt)
                .update();
    }

    /** It surely did not leave: the next attempt may take it. */
    void giveBack(String id, int attempt) {
        jdbc.sql(GIVE_BACK).params(id, attempt).update();
    }

    private Reservation recall(Row row) {
        return switch (row.status()) {
            case SENT -> new Reservation.Decided(new Delivery.Sent(row.id()));
            case SILENT -> new Reservation.Decided(new Delivery.Silent(row.id(), String.valueOf(row.reason())));
            case REJECTED -> new Reservation.Decided(new Delivery.Rejected(row.id(), String.valueOf(row.reason())));
            case UNCERTAIN -> new Reservation.Decided(new Delivery.Uncertain(row.id()));
            case PLANNED, DEFERRED -> takeOver(row);
        };
    }

    private Reservation takeOver(Row row) {
        if (row.leasedUntil() != null && row.leasedUntil().isAfter(clock.instant())) {
            return new Reservation.Theirs();
        }
        if (row.handedOverAt() != null) {
            settle(row.id(), row.attempt(), Status.UNCERTAIN, "stopped-while-sending");
            return new Reservation.Decided(new Delivery.Uncertain(row.id()));
        }
        var until = Instants.param(clock.instant().plus(LEASE));
        boolean ours =
                jdbc.sql(TAKE_OVER).params(until, row.id(), row.attempt()).update() == 1;
        return ours ? new Reservation.Ours(row.envelope(), row.attempt() + 1) : new Reservation.Theirs();
    }

    private Optional<Row> row(SendRequest wish) {
        return jdbc.sql(FIND)
                .params(wish.journey(), wish.businessKey(), wish.step(), wish.occasion())
                .query(Ledger::row)
                .optional();
    }

    private boolean insert(String id, SendRequest wish, Draft draft, Channel channel) {
        Instant now = clock.instant();
        boolean leaves = draft.silence() == null && !channel.onlyKeeps();
        boolean kept = draft.silence() == null && channel.onlyKeeps();
        Words.Letter letter = draft.letter();
        return jdbc.sql(INSERT)
                        .params(id, wish.journey(), wish.businessKey(), wish.step(), wish.occasion())
                        .params(wish.customerId(), wish.orderId(), channel.name(), channel.transport())
                        .params(draft.purpose().word(), wish.template(), draft.locale(), draft.recipient())
                        .param(letter == null ? null : letter.subject())
                        .param(letter == null ? null : letter.html())
                        .param(letter == null ? null : letter.plain())
                        .param((leaves ? Status.PLANNED : kept ? Status.SENT : Status.SILENT).word())
                        .param(draft.silence())
                        .param(Instants.param(now))
                        .param(leaves ? Instants.param(now.plus(LEASE)) : null)
                        .param(kept ? Instants.param(now) : null)
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        Words.Letter letter = new Words.Letter(text(row, "subject"), text(row, "html"), text(row, "plain"));
        return new Row(
                id,
                Status.of(row.getString("status")),
                row.getString("reason"),
                new Envelope(id, text(row, "recipient"), letter),
                Instants.optional(row, "leased_until"),
                Instants.optional(row, "handed_over_at"),
                row.getInt("attempt"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
