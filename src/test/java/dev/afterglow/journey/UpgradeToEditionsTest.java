package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.PostgresExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that was in use before editions were kept. */
class UpgradeToEditionsTest {

    private static final String RUN = """
            insert into runs (id, journey, version, business_key, instance_key, state, entered_at)
            values ('r-1', 'ThankYou', 2, '1001', 42, 'running', current_timestamp)
            """;
    private static final String MESSAGE = """
            insert into messages (id, journey, business_key, step, occasion, channel, purpose, topic, template, status,
              attempt, resends, decided_at)
            values ('m-1', 'ThankYou', '1001', 'Send', '', 'email', 'service', 'order', 'thank-you', 'silent', 1, 0,
              current_timestamp)
            """;

    @Test
    void onH2ItGoesOn() {
        goesOn(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"));
    }

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres {

        @Test
        void itGoesOn() {
            goesOn(new DriverManagerDataSource(PostgresExtension.freshUrl(), "afterglow", ""));
        }
    }

    private static void goesOn(DataSource source) {
        migrate(source, MigrationVersion.fromVersion("17"));
        JdbcClient client = JdbcClient.create(source);
        client.sql(RUN).update();
        client.sql(MESSAGE).update();
        client.sql("insert into deployments values ('ThankYou', 2, 'Thank you', 'thank-you', 'h', current_timestamp)")
                .update();
        migrate(source, MigrationVersion.LATEST);

        MovableClock clock = new MovableClock();
        Run run = new Runs(client, clock).ofInstance(42).orElseThrow();
        Editions editions = new Editions(
                new EditionRows(client, clock),
                JourneyRoom.folders(Path.of("bpmn")),
                new JourneySettings(null, true, Duration.ZERO, 10, Duration.ofMinutes(1), 64));
        assertThat(run.edition()).isNull();
        assertThat(editions.of(run).orElseThrow().folder().name())
                .as("until the first deployment")
                .isEqualTo("thank-you");

        Edition first = EditionTest.of("thank-you", Map.of("ThankYou.bpmn", "as it was"));
        editions.release(first, null, List.of(new EngineVersion("ThankYou", 2)));
        editions.release(
                EditionTest.of("thank-you", Map.of("ThankYou.bpmn", "later")),
                null,
                List.of(new EngineVersion("ThankYou", 3)));
        assertThat(editions.of(run)).contains(first);
        assertThat(client.sql("select edition from messages")
                        .query(String.class)
                        .list())
                .containsOnlyNulls();
    }

    private static void migrate(DataSource source, MigrationVersion to) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common")
                .target(to)
                .load()
                .migrate();
    }
}
