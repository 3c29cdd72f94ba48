package dev.afterglow.console;

import dev.afterglow.messaging.UncertainMessages;
import dev.afterglow.privacy.PrivacyRequests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits for a person; asked for every page, so it must be cheap. */
@Component
class ToDo {

    private static final String LETTERS = "select count(*) from letters where status = 'waiting'";

    private static final String WEBHOOKS = "select count(*) from webhook_endpoints where disabled_at is not null";

    private final UncertainMessages uncertain;
    private final PrivacyRequests requests;
    private final JdbcClient jdbc;

    ToDo(UncertainMessages uncertain, PrivacyRequests requests, JdbcClient jdbc) {
        this.uncertain = uncertain;
        this.requests = requests;
        this.jdbc = jdbc;
    }

    /**
     * What waits.
     *
     * @param webhooks endpoints that were disabled
     * @param requests what shops asked for in people's names
     */
    record Count(long uncertain, long letters, long webhooks, long requests) {

        public long all() {
            return uncertain + letters + webhooks + requests;
        }

        /** Where to begin. */
        public String first() {
            if (uncertain > 0 || all() == 0) {
                return "/uncertain";
            }
            if (letters > 0) {
                return "/letters";
            }
            return webhooks > 0 ? "/webhooks" : "/requests";
        }
    }

    Count count() {
        return new Count(uncertain.count(), count(LETTERS), count(WEBHOOKS), requests.waiting());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
