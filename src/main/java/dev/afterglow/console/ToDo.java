package dev.afterglow.console;

import dev.afterglow.messaging.UncertainMessages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits for a person; asked for every page, so it must be cheap. */
@Component
class ToDo {

    private static final String LETTERS = "select count(*) from letters where status = 'waiting'";

    private static final String WEBHOOKS = "select count(*) from webhook_endpoints where disabled_at is not null";

    private final UncertainMessages uncertain;
    private final JdbcClient jdbc;

    ToDo(UncertainMessages uncertain, JdbcClient jdbc) {
        this.uncertain = uncertain;
        this.jdbc = jdbc;
    }

    /**
     * What waits.
     *
     * @param webhooks endpoints that were disabled
     */
    record Count(long uncertain, long letters, long webhooks) {

        public long all() {
            return uncertain + letters + webhooks;
        }

        /** Where to begin. */
        public String first() {
            if (uncertain > 0 || all() == 0) {
                return "/uncertain";
            }
            return letters > 0 ? "/letters" : "/webhooks";
        }
    }

    Count count() {
        return new Count(uncertain.count(), count(LETTERS), count(WEBHOOKS));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
