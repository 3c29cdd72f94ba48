package dev.afterglow.console;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds events by any id somebody types, through the indexes there are. */
@Repository
class ReceivedSearch {

    private static final int MOST = 500;
    private static final int MOST_SENDERS = 100;
    private static final String NO_SENDER = "";

    private static final String BY_ID = """
            select seq from events where id = :q
            union select seq from events where order_id in (:orders)
            union select seq from events where customer_id = :q
            union select seq from events where sender in (:senders) and sender_event_id = :q
            limit :most
            """;

    // why: what an event happened to has no index, so it is looked at only when nothing else has that id.
    private static final String BY_SUBJECT = "select seq from events where subject = :q order by seq desc limit :most";

    private static final String ORDERS =
            "select id from orders where id = :q or number = :q or number = :hash limit :most";

    private final JdbcClient jdbc;

    ReceivedSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of the events somebody may mean by this; never empty, so that it can stand in a condition. */
    List<Long> events(String q) {
        List<String> senders = senders();
        List<Long> found = jdbc.sql(BY_ID)
                .param("q", q)
                .param("orders", orders(q))
                .param("senders", senders.isEmpty() ? List.of(NO_SENDER) : senders)
                .param("most", MOST)
                .query(Long.class)
                .list();
        if (found.isEmpty()) {
            found = jdbc.sql(BY_SUBJECT)
                    .param("q", q)
                    .param("most", MOST)
                    .query(Long.class)
                    .list();
        }
        return found.isEmpty() ? List.of(-1L) : found;
    }

    /** The ids of the orders somebody may mean by this; never empty. */
    List<String> orders(String q) {
        List<String> found = new ArrayList<>(jdbc.sql(ORDERS)
                .param("q", q)
                .param("hash", "#" + q)
                .param("most", MOST)
                .query(String.class)
                .list());
        if (!found.contains(q)) {
            found.add(q);
        }
        return found;
    }

    /** Everybody who ever sent something: one short look into the index for each. */
    List<String> senders() {
        List<String> senders = new ArrayList<>();
        String last = NO_SENDER;
        while (senders.size() < MOST_SENDERS) {
            List<String> next = jdbc.sql(
                            "select min(sender) from events where sender > ? having min(sender) is not null")
                    .param(last)
                    .query(String.class)
                    .list();
            if (next.isEmpty()) {
                break;
            }
            last = next.getFirst();
            senders.add(last);
        }
        return senders;
    }
}
