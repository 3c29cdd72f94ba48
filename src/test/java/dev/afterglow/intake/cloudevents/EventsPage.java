package dev.afterglow.intake.cloudevents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Words the page about our events. */
final class EventsPage {

    private static final String HEAD = """
            # Events

            Any shop, carrier or program can report with [CloudEvents 1.0](https://cloudevents.io): post one event as
            `application/cloudevents+json` to `/events`, up to 1000 as `application/cloudevents-batch+json`, or the data alone with
            the attributes as `ce-` headers. The API key goes into the header `Authorization: Bearer KEY`. The answer comes when
            everything is stored. Source and id name an event: sent again, it changes nothing. What does not fit is refused with
            the JSON pointer of everything that is wrong, a batch as a whole. Each event has a JSON Schema at
            `/events/schemas/TYPE.json`, the same as in the folder [schemas](schemas). This page is written by a test.

            | Attribute | What | Needed |
            |---|---|---|
            | `specversion` | `1.0` | yes |
            | `id` | names the event, together with its source; up to 250 characters | yes |
            | `source` | who tells it, such as `/shops/main`; up to 240 characters | yes |
            | `type` | one of those below, or `custom.` and a name of your own, which journeys can wait for | yes |
            | `subject` | what it happened to; journeys wait with it; up to 190 characters | yes |
            | `time` | when it happened, with offset; now if left out, refused more than 26 hours ahead. The report with the latest time counts, whatever arrives last. | |
            | `shop` | whose it is on an installation of several shops; the main shop's if left out | |
            | `data` | what is told, below | |

            """;

    private final Map<String, Shape.Group> named = new LinkedHashMap<>();
    private final StringBuilder page = new StringBuilder(HEAD);

    static String of(List<OurEvent> shown) {
        EventsPage page = new EventsPage();
        shown.forEach(page::event);
        page.shared();
        return page.page.toString();
    }

    private void event(OurEvent event) {
        page.append("## ").append(event.name()).append("\n");
        page.append(event.says())
                .append(" The subject is ")
                .append(event.subject())
                .append(".");
        if (!event.reportedAs().equals(event.name())) {
            page.append(" Kept as `").append(event.reportedAs()).append("`.");
        }
        if (event.name().equals("parcel.scanned")) {
            page.append(" The status may also be the type, without `status` in the data: ")
                    .append(statuses());
        }
        table(rows("data", event.data()));
        page.append("```json\n").append(Examples.of(event)).append("```\n\n");
    }

    private void shared() {
        List<Shape.Group> done = new ArrayList<>();
        while (done.size() < named.size()) {
            Shape.Group next = List.copyOf(named.values()).get(done.size());
            page.append("## ").append(next.name());
            table(rows("", next));
            done.add(next);
        }
        page.setLength(page.length() - 1);
    }

    private void table(List<String> rows) {
        page.append("\n\n| Field | What | Needed | |\n|---|---|---|---|\n");
        rows.forEach(page::append);
        page.append("\n");
    }

    private List<String> rows(String path, Shape.Group group) {
        List<String> rows = new ArrayList<>();
        for (Shape.Part part : group.parts()) {
            String name = path.isEmpty() ? part.name() : path + "." + part.name();
            rows.add("| `%s` | %s | %s | %s |\n"
                    .formatted(name, what(part.shape()), part.required() ? "yes" : "", part.says()));
            if (part.shape() instanceof Shape.Group inner && inner.name().isEmpty()) {
                rows.addAll(rows(name, inner));
            }
            if (part.shape() instanceof Shape.Many many
                    && many.each() instanceof Shape.Group inner
                    && inner.name().isEmpty()) {
                rows.addAll(rows(name + "[]", inner));
            }
        }
        return rows;
    }

    private String what(Shape shape) {
        return switch (shape) {
            case Shape.Plain plain -> plain(plain);
            case Shape.Word word ->
                word.words().stream().map(one -> "`" + one + "`").collect(Collectors.joining(", "));
            case Shape.Name name -> "a short word with dashes";
            case Shape.Many many -> "list: " + what(many.each());
            case Shape.Group group when group.name().isEmpty() -> "object";
            case Shape.Group group -> {
                named.putIfAbsent(group.name(), group);
                yield "[%s](#%s)"
                        .formatted(
                                group.name().toLowerCase(Locale.ROOT),
                                group.name().toLowerCase(Locale.ROOT).replace(' ', '-'));
            }
        };
    }

    private static String plain(Shape.Plain plain) {
        return switch (plain) {
            case TEXT -> "text";
            case ID -> "id, as text or whole number";
            case AMOUNT -> "amount, as text or number";
            case WHOLE -> "whole number";
            case FLAG -> "true or false";
            case MOMENT -> "time with offset";
            case DAY -> "day";
            case CURRENCY -> "currency (ISO 4217)";
            case COUNTRY -> "country (ISO 3166-1, two letters)";
            case ZONE -> "time zone";
        };
    }

    private static String statuses() {
        return OurEvents.ALL.stream()
                        .filter(event -> event.reportedAs().equals("parcel.scanned"))
                        .map(OurEvent::name)
                        .filter(name -> !name.equals("parcel.scanned"))
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
