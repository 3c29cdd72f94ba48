package dev.afterglow.console;

import dev.afterglow.messaging.UncertainMessages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits for a person; asked for every page, so it must be cheap. */
@Component
class ToDo {

    private static final String LETTERS = "select count(*) from letters where status = 'waiting'";

    private final UncertainMessages uncertain;
    private final JdbcClient jdbc;

    ToDo(UncertainMessages uncertain, JdbcClient jdbc) {
        this.uncertain = uncertain;
        this.jdbc = jdbc;
    }

    /** What waits. */
    record Count(long uncertain, long letters) {

        public long all() {
            return uncertain + letters;
        }

        /** Where to begin. */
        public String first() {
            return uncertain == 0 && letters > 0 ? "/letters" : "/uncertain";
        }
    }

    Count count() {
        return new Count(uncertain.count(), jdbc.sql(LETTERS).query(Long.class).single());
    }
}
