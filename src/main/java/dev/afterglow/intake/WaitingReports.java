package dev.afterglow.intake;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports that came before the parcel they are about. */
@Repository
class WaitingReports {

    private final JdbcClient jdbc;

    WaitingReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** This report waits for the parcel of that name. */
    void begin(String name, String eventId) {
        jdbc.sql("insert into waiting_reports (name, event_id) values (?, ?) on conflict do nothing")
                .params(name, eventId)
                .update();
    }

    /** The parcels of these names are known now: which reports waited for them. */
    List<String> ended(List<String> names) {
        List<String> reports = jdbc.sql("select event_id from waiting_reports where name in (:names)")
                .param("names", names)
                .query(String.class)
                .list();
        if (!reports.isEmpty()) {
            jdbc.sql("delete from waiting_reports where name in (:names)")
                    .param("names", names)
                    .update();
        }
        return reports;
    }
}
