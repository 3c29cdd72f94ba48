package dev.afterglow.console;

import dev.afterglow.sql.Instants;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts facts straight into the tables, as the other rooms would have left them. */
public class Rows {

    private static final List<String> TABLES = List.of(
            "reviews",
            "review_keys",
            "review_invitations",
            "review_requests",
            "survey_extras",
            "survey_answers",
            "survey_keys",
            "survey_requests",
            "letters",
            "erasures",
            "privacy_requests",
            "cancellations",
            "webhook_deliveries",
            "webhook_endpoints",
            "messages",
            "runs",
            "deployments",
            "releases",
            "editions",
            "strangers",
            "outbox",
            "publications",
            "event_replays",
            "event_looks",
            "events",
            "arrivals",
            "waiting_reports",
            "refund_lines",
            "refunds",
            "promises",
            "scans",
            "parcels",
            "parcel_names",
            "shipment_lines",
            "shipments",
            "order_possession",
            "order_lines",
            "orders",
            "consents",
            "customer_preferences",
            "suppressions",
            "case_entries",
            "cases",
            "customer_identities",
            "customers");

    private final JdbcTemplate jdbc;

    Rows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An instant so many minutes after the day's beginning. */
    public static Instant minute(int minute) {
        return Instant.parse("2026-11-21T09:00:00Z").plus(Duration.ofMinutes(minute));
    }

    public void none() {
        TABLES.forEach(table -> jdbc.update("delete from " + table));
    }

    public int countAll() {
        return TABLES.stream()
                .mapToInt(table -> jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .sum();
    }

    public void customer(String id, @Nullable String email, @Nullable String first, @Nullable String last) {
        jdbc.update(
                "insert into customers (id, email, first_name, last_name, locale, created_at, updated_at)"
                        + " values (?, ?, ?, ?, 'en-GB', ?, ?)",
                id,
                email,
                first,
                last,
                at(0),
                at(0));
    }

    public void order(String id, String number, @Nullable String customer, String status, boolean test, int minute) {
        order(id, number, customer, status, test, "129.90", "EUR", minute);
    }

    public void order(
            String id,
            String number,
            @Nullable String customer,
            String status,
            boolean test,
            String total,
            String currency,
            int minute) {
        jdbc.update(
                "insert into orders (id, shop, number, customer_id, status, test, email, locale, currency, total,"
                        + " placed_at, paid_at, cancelled_at, updated_at)"
                        + " values (?, 'shop.example', ?, ?, ?, ?, ?, 'en', ?, ?, ?, ?, ?, ?)",
                id,
                number,
                customer,
                status,
                test,
                number.replace("#", "") + "@orders.example",
                currency,
                new BigDecimal(total),
                at(minute),
                status.equals("paid") ? at(minute + 1) : null,
                status.equals("cancelled") ? at(minute + 2) : null,
                at(minute + 3));
    }

    public void line(String order, int position, String title, int quantity, String price) {
        jdbc.update(
                "insert into order_lines (order_id, position, line_id, product_id, sku, title, variant, quantity,"
                        + " unit_price) values (?, ?, ?, ?, ?, ?, 'Black', ?, ?)",
                order,
                position,
                "line-" + position,
                "product-" + position,
                "SKU-" + position,
                title,
                quantity,
                new BigDecimal(price));
    }

    public void event(
            String id,
            String type,
            String order,
            @Nullable String customer,
            String outcome,
            @Nullable String reason,
            int minute,
            boolean published) {
        jdbc.update(
                "insert into events (id, sender, sender_event_id, content_hash, type, subject, order_id, customer_id,"
                        + " outcome, reason, body, occurred_at, received_at)"
                        + " values (?, 'shopify:shop.example', ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, ?)",
                id,
                id,
                id,
                type,
                order,
                order,
                customer,
                outcome,
                reason,
                at(minute),
                at(minute));
        if (published) {
            jdbc.update(
                    "insert into publications (event_seq, published_at) select seq, ? from events where id = ?",
                    at(minute),
                    id);
        }
    }

    /** Goods that left the shop in one parcel; no lines: all of the order. */
    public void shipment(String id, String order, String carrier, String number, int minute, String... lines) {
        jdbc.update("insert into shipments (id, order_id, cancelled, told_at) values (?, ?, false, '')", id, order);
        for (String line : lines) {
            jdbc.update("insert into shipment_lines (shipment_id, line_id, quantity) values (?, ?, 1)", id, line);
        }
        jdbc.update("insert into parcel_names (name) values (?)", number);
        jdbc.update(
                "insert into parcels (id, shipment_id, order_id, position, gone, carrier, number, number_name, url,"
                        + " status, since, announced_at) values (?, ?, ?, 0, false, ?, ?, ?, ?, 'pending', ?, ?)",
                id,
                id,
                order,
                carrier,
                number,
                number,
                "https://carrier.example/" + number,
                at(minute),
                at(minute));
    }

    /** Where its parcel can be followed. */
    public void followedAt(String shipment, String url) {
        jdbc.update("update parcels set url = ? where shipment_id = ?", url, shipment);
    }

    /** Somebody saw the parcel with this number, and that is where it stands now. */
    public void scan(String number, String status, int minute, @Nullable String place) {
        seen(number, status, minute, place);
        jdbc.update(
                "update parcels set status = ?, since = ?, delivered_at = ? where number_name = ?",
                status,
                at(minute),
                status.equals("delivered") ? at(minute) : null,
                number);
    }

    /** Somebody saw the parcel with this number, which changed nothing. */
    public void seen(String number, String status, int minute, @Nullable String place) {
        jdbc.update(
                "insert into scans (name, at, status, place) values (?, ?, ?, ?)", number, at(minute), status, place);
    }

    /** Something holds the parcel up. */
    public void incident(String number, String owner, String reason) {
        jdbc.update("update parcels set incident_owner = ?, incident = ? where number_name = ?", owner, reason, number);
    }

    /** The parcel was said to arrive on a day. */
    public void promise(String number, String day, int minute) {
        jdbc.update(
                "insert into promises (name, promised_for, told_at) values (?, ?, ?)",
                number,
                LocalDate.parse(day),
                at(minute));
    }

    /** Money went back for one of a line. */
    public void refund(String id, String order, String amount, String reason, String line, int minute) {
        jdbc.update(
                "insert into refunds (id, order_id, at, amount, reason, announced) values (?, ?, ?, ?, ?, true)",
                id,
                order,
                at(minute),
                new BigDecimal(amount),
                reason);
        jdbc.update("insert into refund_lines (refund_id, position, line_id, quantity) values (?, 0, ?, 1)", id, line);
        jdbc.update("update orders set refunded = ? where id = ?", new BigDecimal(amount), order);
    }

    /** A line of an order arrived, and went back, at these minutes. */
    public void possession(String order, String line, int delivered, @Nullable Integer returned) {
        jdbc.update(
                "insert into order_possession (order_id, line_id, delivered_at, returned_at) values (?, ?, ?, ?)",
                order,
                line,
                at(delivered),
                returned == null ? null : at(returned));
    }

    /** What its sender told, word for word. */
    public void told(String event, String body) {
        jdbc.update("update events set body = ?, body_since = received_at where id = ?", body, event);
    }

    /** A report that has not been understood yet; with a failure, that cannot be. */
    public void arrived(String id, @Nullable String failure) {
        jdbc.update(
                "insert into arrivals (id, sender, told, body, received_at, failed_at, failure) values (?, ?, ?, ?, ?, ?, ?)",
                id,
                "shop",
                "Ada's secret",
                "Ada's secret".getBytes(StandardCharsets.UTF_8),
                at(0),
                failure == null ? null : at(1),
                failure);
    }

    /** It had happened before it was told. */
    public void happened(String event, int minute) {
        jdbc.update("update events set occurred_at = ? where id = ?", at(minute), event);
    }

    /** The same came so often again. */
    public void repeated(String event, int times, int minute) {
        jdbc.update("update events set repeats = ?, repeated_at = ? where id = ?", times, at(minute), event);
    }

    /** Its body went because its time was over. */
    public void purged(String event, int minute) {
        jdbc.update(
                "update events set body = '', body_since = null, body_purged_at = ? where id = ?", at(minute), event);
    }

    public void journey(String id, int version, String name) {
        jdbc.update("insert into deployments values (?, ?, ?, 'folder', 'hash', ?)", id, version, name, at(0));
    }

    /** An edition from this commit came into use; all runs and messages there are go by it. */
    public void edition(String journey, int version, String hash, String commit) {
        jdbc.update("insert into editions values (?, 'folder', ?, true, ?, null)", hash, commit, at(0));
        jdbc.update(
                "insert into releases (folder, edition, journey, version, released_at) values ('folder', ?, ?, ?, ?)",
                hash,
                journey,
                version,
                at(1));
        jdbc.update("update runs set edition = ?", hash);
        jdbc.update("update messages set edition = ?", hash);
    }

    /** A version that was deployed from elsewhere. */
    public void stranger(String journey, int version, String judgement, String findings) {
        jdbc.update(
                "insert into strangers values (?, ?, ?, ?, ?, ?)",
                journey.hashCode(),
                journey,
                version,
                at(1),
                judgement,
                findings);
    }

    public void run(
            String id, String order, @Nullable String customer, String state, @Nullable String reason, int minute) {
        jdbc.update(
                "insert into runs (id, journey, version, business_key, instance_key, order_id, customer_id, state,"
                        + " reason, entered_at, ended_at) values (?, 'ThankYou', 1, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                id,
                id.hashCode(),
                order,
                customer,
                state,
                reason,
                at(minute),
                state.equals("running") ? null : at(minute + 1));
    }

    public void message(
            String id,
            String order,
            @Nullable String customer,
            String status,
            @Nullable String reason,
            @Nullable String html,
            int minute) {
        jdbc.update(
                "insert into messages (id, journey, business_key, step, occasion, customer_id, order_id, channel,"
                        + " purpose, topic, template, locale, recipient, subject, html, plain, status, reason, attempt,"
                        + " resends, decided_at, sent_at) values (?, 'ThankYou', ?, 'SendThankYou', '', ?, ?, 'email',"
                        + " 'service', 'order', 'thank-you', 'en', 'ada@example.com', 'Thank you, Ada', ?, ?, ?, ?, 1, 0, ?,"
                        + " ?)",
                id,
                id,
                customer,
                order,
                html,
                html == null ? null : "Thank you, Ada – in plain words",
                status,
                reason,
                at(minute),
                status.equals("accepted") ? at(minute) : null);
    }

    /** A message whose words were written, so that it could be sent again. */
    public void writtenMessage(
            String id, String order, @Nullable String customer, String status, @Nullable String reason, int minute) {
        message(id, order, customer, status, reason, "<p>Thank you</p>", minute);
        jdbc.update(
                "update messages set journey = 'Greeting', template = 'hello', rendered_at = ?, handed_over_at = ?"
                        + " where id = ?",
                at(minute),
                at(minute),
                id);
    }

    /** A letter that waits, due so many minutes after the day's beginning. */
    public void letter(String id, String customer, String subject, int due) {
        jdbc.update(
                "insert into letters (message_id, recipient, subject, locale, html, status, wanted_at, due_at)"
                        + " values (?, ?, ?, 'en', ?, 'waiting', ?, ?)",
                id,
                customer,
                subject,
                "<h1>" + subject + "</h1>",
                at(0),
                at(due));
    }

    /** Something a customer said about offers by e-mail. */
    public void consent(String customer, String state, String wording, int minute) {
        jdbc.update(
                "insert into consents (customer_id, channel, topic, state, source, wording, evidence, at, recorded_at)"
                        + " values (?, 'email', 'offers', ?, 'preference-page', ?, 'form 7', ?, ?)",
                customer,
                state,
                wording,
                at(minute),
                at(minute));
    }

    /** A message to a program, written so many minutes after the day's beginning. */
    public void delivery(
            String id, String endpoint, String status, int attempts, @Nullable String trouble, int minute) {
        jdbc.update(
                "insert into webhook_deliveries (id, message_id, endpoint, recipient, payload, status, attempts,"
                        + " created_at, next_at, last_trouble) values (?, ?, ?, 'c-1', '{}', ?, ?, ?, ?, ?)",
                id,
                "message-of-" + id,
                endpoint,
                status,
                attempts,
                at(minute),
                at(minute + 60),
                trouble);
    }

    /** An endpoint to which nothing is sent any more. */
    public void endpointInTrouble(String name, int minute, String reason) {
        jdbc.update(
                "insert into webhook_endpoints (name, failing_since, disabled_at, reason) values (?, ?, ?, ?)",
                name,
                at(0),
                at(minute),
                reason);
    }

    /** Where an order goes. */
    public void shipped(String order, String name, String street, String town, String country) {
        jdbc.update(
                "update orders set ship_name = ?, ship_lines = ?, ship_city = ?, ship_country = ? where id = ?",
                name,
                street,
                town,
                country,
                order);
    }

    /** The one text this query finds. */
    public @Nullable String text(String sql) {
        return jdbc.queryForObject(sql, String.class);
    }

    private static java.time.@Nullable OffsetDateTime at(int minute) {
        return Instants.param(minute(minute));
    }
}
