package dev.afterglow.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which of the events that came in; what is empty does not narrow.
 *
 * @param q an id: ours or the sender's, of an event, an order, a customer or what it happened to
 * @param outcome what became of it, or {@code repeated}
 * @param day in the shop's zone, ISO 8601
 */
record ReceivedFilter(
        @Nullable String q,
        @Nullable String sender,
        @Nullable String type,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String order,
        @Nullable String day) {

    ReceivedFilter {
        q = plain(q);
        sender = plain(sender);
        type = plain(type);
        outcome = plain(outcome);
        reason = plain(reason);
        order = plain(order);
        day = plain(day);
    }

    /** Everything that narrows, by the name it has in an address. */
    public Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "q", q);
        put(given, "sender", sender);
        put(given, "type", type);
        put(given, "outcome", outcome);
        put(given, "reason", reason);
        put(given, "order", order);
        put(given, "day", day);
        return given;
    }

    public boolean isEmpty() {
        return given().isEmpty();
    }

    /** The end of an address that shows this page of them. */
    public String query(int page) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        given().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(given()).toUriString();
    }

    /** True when more is given than an id. */
    public boolean isDetailed() {
        return given().keySet().stream().anyMatch(name -> !name.equals("q"));
    }

    /** The day, if it is one. */
    Optional<LocalDate> date() {
        try {
            return day == null ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    private static @Nullable String plain(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
