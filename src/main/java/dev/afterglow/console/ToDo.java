package dev.afterglow.console;

import dev.afterglow.messaging.UncertainMessages;
import dev.afterglow.privacy.PrivacyRequests;
import dev.afterglow.review.Reviews;
import dev.afterglow.sql.Instants;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits for a person; asked for every page, so it must be cheap. */
@Component
class ToDo {

    private static final String LETTERS = "select count(*) from letters where status = 'waiting'";

    private static final String WEBHOOKS = "select count(*) from webhook_endpoints where disabled_at is not null";

    private static final String OVERDUE = "select count(*) from cases where is_open = true and due_at <= ?";

    private final UncertainMessages uncertain;
    private final PrivacyRequests requests;
    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final Clock clock;

    ToDo(UncertainMessages uncertain, PrivacyRequests requests, Reviews reviews, JdbcClient jdbc, Clock clock) {
        this.uncertain = uncertain;
        this.requests = requests;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What waits.
     *
     * @param webhooks endpoints that were disabled
     * @param requests what shops asked for in people's names
     * @param reviews what customers wrote, to be published or refused
     * @param overdue cases whose deadline has passed; they have a page of their own
     */
    record Count(long uncertain, long letters, long webhooks, long requests, long reviews, long overdue) {

        public long all() {
            return uncertain + letters + webhooks + requests + reviews;
        }

        /** Where to begin. */
        public String first() {
            if (uncertain > 0 || all() == 0) {
                return "/uncertain";
            }
            if (letters > 0) {
                return "/letters";
            }
            if (webhooks > 0) {
                return "/webhooks";
            }
            return requests > 0 ? "/requests" : "/reviews";
        }
    }

    Count count() {
        return new Count(
                uncertain.count(), count(LETTERS), count(WEBHOOKS), requests.waiting(), reviews.waiting(), overdue());
    }

    private long overdue() {
        return jdbc.sql(OVERDUE)
                .param(Instants.param(clock.instant()))
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
