package dev.afterglow.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

abstract class InstantsContract {

    private final TimeZone zoneOfThisMachine = TimeZone.getDefault();
    private Database database;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
    }

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(zoneOfThisMachine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T09:00:00.123456Z",
                "2026-10-25T00:30:00Z",
                "2026-10-25T01:30:00Z",
                "2026-03-29T01:30:00Z",
                "1969-12-31T23:59:59Z",
                "2099-02-28T23:59:59.999999Z"
            })
    void everyInstantComesBackAsItWasWhereverTheServerStands(String text) throws SQLException {
        Instant instant = Instant.parse(text);

        assertThat(throughADatabaseIn("Europe/Berlin", instant)).isEqualTo(instant);
    }

    private Instant throughADatabaseIn(String zone, Instant instant) throws SQLException {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (Connection connection = database.source().getConnection()) {
            JdbcClient session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            session.sql("set time zone '" + zone + "'").update();
            session.sql("insert into deployments values ('a', 1, null, 'a', 'a', ?)")
                    .param(Instants.param(instant))
                    .update();
            return session.sql("select deployed_at from deployments")
                    .query((row, number) -> Instants.required(row, "deployed_at"))
                    .single();
        }
    }
}
