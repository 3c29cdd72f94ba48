package dev.afterglow.messaging.channel;

import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters: laid into a queue that a person empties. It is always there, for it needs nothing but the database. */
@Component
class LetterChannel implements Channel {

    private static final Duration FOR_EVER = Duration.ofDays(3650);
    private static final String INSERT = """
            insert into letters (message_id, recipient, subject, locale, html, status, wanted_at, due_at)
            values (?, ?, ?, ?, ?, 'waiting', ?, ?) on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final LetterSettings settings;
    private final Clock clock;

    LetterChannel(JdbcClient jdbc, LetterSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "letter";
    }

    @Override
    public String transport() {
        return "queue";
    }

    // why: the message's id is the key, so the same letter cannot be laid there twice.
    @Override
    public Duration recognisesRepeatsFor() {
        return FOR_EVER;
    }

    @Override
    public Handover handOver(Envelope envelope, Runnable pointOfNoReturn) {
        Instant now = clock.instant();
        String page = LetterPage.of(envelope.words(), envelope.locale());
        pointOfNoReturn.run();
        try {
            jdbc.sql(INSERT)
                    .params(envelope.id(), envelope.to(), envelope.words().subject(), envelope.locale(), page)
                    .params(Instants.param(now), Instants.param(now.plus(settings.within())))
                    .update();
        } catch (DataAccessException e) {
            throw new NobodyKnows(Bare.of(e));
        }
        return new Handover.Taken(envelope.id());
    }
}
