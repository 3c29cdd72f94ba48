package dev.afterglow.console;

import dev.afterglow.messaging.UncertainMessages;
import dev.afterglow.privacy.PrivacyRequests;
import dev.afterglow.review.Reviews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits for a person; asked for every page, so it must be cheap. */
@Component
class ToDo {

    private static final String LETTERS = "select count(*) from letters where status = 'waiting'";

    private static final String WEBHOOKS = "select count(*) from webhook_endpoints where disabled_at is not null";

    private final UncertainMessages uncertain;
    private final PrivacyRequests requests;
    private final Reviews reviews;
    private final JdbcClient jdbc;

    ToDo(UncertainMessages uncertain, PrivacyRequests requests, Reviews reviews, JdbcClient jdbc) {
        this.uncertain = uncertain;
        this.requests = requests;
        this.reviews = reviews;
        this.jdbc = jdbc;
    }

    /**
     * What waits.
     *
     * @param webhooks endpoints that were disabled
     * @param requests what shops asked for in people's names
     * @param reviews what customers wrote, to be published or refused
     */
    record Count(long uncertain, long letters, long webhooks, long requests, long reviews) {

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
        return new Count(uncertain.count(), count(LETTERS), count(WEBHOOKS), requests.waiting(), reviews.waiting());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
