package dev.afterglow.console;

import dev.afterglow.console.MessageStory.Other;
import dev.afterglow.sql.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the ledger knows of how messages came to be what they are. */
@Repository
class MessageStories {

    private static final String STORY = """
            select coalesce(d.name, m.journey) as journey, m.step, m.status, m.reason, m.transport, m.decided_at,
              m.rendered_at, m.not_before, m.handed_over_at, m.sent_at, m.provider_id, m.resends, m.resolved_by,
              m.resolved_at
            from messages m left join (select journey, max(version) as version from deployments group by journey) latest
              on latest.journey = m.journey
              left join deployments d on d.journey = latest.journey and d.version = latest.version
            where m.id = ?
            """;
    private static final String OTHERS = """
            select o.id, o.channel, o.template, o.status, o.reason
            from messages m join messages o on o.journey = m.journey and o.business_key = m.business_key
              and o.step = m.step and o.occasion = m.occasion and o.id <> m.id
            where m.id = ? order by o.decided_at, o.id
            """;

    private final JdbcClient jdbc;

    MessageStories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How this message came to be what it is. */
    Optional<MessageStory> of(String message) {
        return jdbc.sql(STORY)
                .param(message)
                .query((row, number) -> story(row, others(message)))
                .optional();
    }

    private List<Other> others(String message) {
        return jdbc.sql(OTHERS)
                .param(message)
                .query((row, number) -> Other.of(
                        row.getString("id"),
                        row.getString("channel"),
                        row.getString("template"),
                        row.getString("status"),
                        row.getString("reason")))
                .list();
    }

    private static MessageStory story(ResultSet row, List<Other> others) throws SQLException {
        return new MessageStory(
                row.getString("journey"),
                row.getString("step"),
                row.getString("status"),
                row.getString("reason"),
                row.getString("transport"),
                Instants.required(row, "decided_at"),
                Instants.optional(row, "rendered_at"),
                Instants.optional(row, "not_before"),
                Instants.optional(row, "handed_over_at"),
                Instants.optional(row, "sent_at"),
                row.getString("provider_id"),
                row.getInt("resends"),
                row.getString("resolved_by"),
                Instants.optional(row, "resolved_at"),
                others);
    }
}
