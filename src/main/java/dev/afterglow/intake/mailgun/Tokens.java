package dev.afterglow.intake.mailgun;

import dev.afterglow.sql.Instants;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens of signatures that do not cover the body: each belongs to the first content it came with. */
@Repository
class Tokens {

    private static final String CLAIM = """
            insert into webhook_tokens (provider, token, content_hash, seen_at) values ('mailgun', ?, ?, ?)
            on conflict do nothing
            """;
    private static final String OWNER =
            "select content_hash from webhook_tokens where provider = 'mailgun' and token = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this token belongs to this content; one that was never seen does from now on. */
    boolean belongs(String token, String contentHash, Duration remembered) {
        forget(remembered);
        int claimed = jdbc.sql(CLAIM)
                .params(token, contentHash, Instants.param(clock.instant()))
                .update();
        return claimed == 1
                || jdbc.sql(OWNER)
                        .param(token)
                        .query(String.class)
                        .optional()
                        .filter(contentHash::equals)
                        .isPresent();
    }

    // why: an older signature is refused for its age, so its token need not be known.
    private void forget(Duration remembered) {
        jdbc.sql("delete from webhook_tokens where seen_at < ?")
                .param(Instants.param(clock.instant().minus(remembered)))
                .update();
    }
}
