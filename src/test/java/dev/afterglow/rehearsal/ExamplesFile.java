package dev.afterglow.rehearsal;

import dev.afterglow.place.PlaceZones;
import dev.afterglow.rehearsal.Entry.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code examples.yaml} of a journey's folder. */
final class ExamplesFile {

    static final String NAME = "examples.yaml";

    private static final List<String> OF_EXAMPLE =
            List.of("example", "begins", "customer", "order", "events", "calendar");
    private static final List<String> OF_CUSTOMER =
            List.of("name", "locale", "zone", "email", "phone", "agreed", "birthday", "orders-before");
    private static final List<String> OF_ORDER =
            List.of("number", "total", "currency", "gift", "test", "country", "region", "lines");
    private static final List<String> OF_LINE = List.of("title", "quantity", "price");
    private static final List<String> OF_EXPECTED = List.of("by", "subject", "because");
    private static final List<String> TOPICS = List.of("feedback", "reviews", "care", "offers");
    private static final List<String> CHANNELS = List.of("email", "sms", "whatsapp", "push", "letter");
    // why: the day is as good as any other; it is a Monday, and five weeks later clocks were put forward in Europe.
    private static final LocalDate BEGINS = LocalDate.of(2026, 3, 2);

    private final String folder;
    private final Map<String, String> ofCustomer;

    private ExamplesFile(String folder, Map<String, String> ofCustomer) {
        this.folder = folder;
        this.ofCustomer = ofCustomer;
    }

    /**
     * Reads it.
     *
     * @param folder the journey's
     * @throws ExamplesRefused with file and line
     */
    static List<Example> read(String folder, String yaml) {
        return read(folder, yaml, Map.of());
    }

    /**
     * Reads it for other people than it speaks of.
     *
     * @param ofCustomer what is so of every customer, whatever the file says
     */
    static List<Example> read(String folder, String yaml, Map<String, String> ofCustomer) {
        Written root = Written.read(folder + "/" + NAME, yaml);
        Set<String> names = new HashSet<>();
        List<Example> examples = new ArrayList<>();
        for (Written one : root.items()) {
            Example example = new ExamplesFile(folder, ofCustomer).example(one);
            if (!names.add(example.name())) {
                throw one.refuse("there are two examples \"%s\"".formatted(example.name()));
            }
            examples.add(example);
        }
        return examples;
    }

    private Example example(Written node) {
        node.only(OF_EXAMPLE);
        Purchase purchase =
                purchase(node.find("order").map(order -> order.only(OF_ORDER)).orElse(Map.of()));
        Map<String, Written> customer = new LinkedHashMap<>(
                node.find("customer").map(one -> one.only(OF_CUSTOMER)).orElse(Map.of()));
        ofCustomer.forEach((name, value) -> customer.put(name, Written.read("--customer", value)));
        List<Expected> calendar = node.find("calendar").map(Written::items).orElse(List.of()).stream()
                .map(this::expected)
                .toList();
        return new Example(
                folder,
                node.line(),
                node.required("example").text(),
                person(customer, purchase),
                purchase,
                node.find("begins")
                        .map(day -> day.as(LocalDate::parse, "a day such as 2026-03-02"))
                        .orElse(BEGINS),
                node.find("events").map(Written::items).orElse(List.of()).stream()
                        .map(this::cue)
                        .toList(),
                calendar);
    }

    private Person person(Map<String, Written> said, Purchase purchase) {
        String[] name = text(said, "name", "Ada Lovelace").split(" ", 2);
        return new Person(
                name[0],
                name.length > 1 ? name[1] : null,
                said.containsKey("locale")
                        ? said.get("locale").as(ExamplesFile::language, "a language such as en or de-AT")
                        : "en",
                zone(said.get("zone"), purchase),
                !said.containsKey("email")
                        || said.get("email").word(List.of("yes", "none")).equals("yes"),
                said.containsKey("phone") ? said.get("phone").text() : null,
                said.containsKey("agreed") ? topics(said.get("agreed")) : List.of(),
                said.containsKey("birthday")
                        ? said.get("birthday").as(day -> MonthDay.parse("--" + day), "a month and a day such as 05-10")
                        : null,
                said.containsKey("orders-before") ? said.get("orders-before").as(Integer::parseInt, "a number") : 0);
    }

    private static List<String> topics(Written said) {
        return said.isText() && said.text().equals("nothing")
                ? List.of()
                : said.items().stream().map(topic -> topic.word(TOPICS)).toList();
    }

    private static ZoneId zone(@Nullable Written said, Purchase purchase) {
        String named =
                said == null ? null : said.as(zone -> ZoneId.of(zone).getId(), "a time zone such as Europe/Berlin");
        return PlaceZones.of(purchase.country(), purchase.region(), named, () -> ZoneId.of("Europe/Berlin"))
                .getFirst();
    }

    private static String language(String tag) {
        Locale locale = new Locale.Builder().setLanguageTag(tag).build();
        if (locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException(tag);
        }
        return tag;
    }

    private Purchase purchase(Map<String, Written> said) {
        return new Purchase(
                text(said, "number", "1001"),
                said.containsKey("total")
                        ? said.get("total").as(BigDecimal::new, "an amount such as 199.00")
                        : new BigDecimal("199.00"),
                said.containsKey("currency")
                        ? said.get("currency")
                                .as(code -> Currency.getInstance(code).getCurrencyCode(), "a currency such as EUR")
                        : "EUR",
                flag(said.get("gift")),
                flag(said.get("test")),
                said.containsKey("country")
                        ? said.get("country").as(ExamplesFile::country, "a country of two letters such as DE")
                        : null,
                said.containsKey("region") ? said.get("region").text() : null,
                said.containsKey("lines")
                        ? said.get("lines").items().stream()
                                .map(ExamplesFile::line)
                                .toList()
                        : List.of(new Purchase.Line("Espresso machine", 1, new BigDecimal("199.00"))));
    }

    private static String country(String code) {
        if (!Set.of(Locale.getISOCountries()).contains(code)) {
            throw new IllegalArgumentException(code);
        }
        return code;
    }

    private static Purchase.Line line(Written said) {
        if (said.isText()) {
            return new Purchase.Line(said.text(), 1, new BigDecimal("199.00"));
        }
        Map<String, Written> of = said.only(OF_LINE);
        return new Purchase.Line(
                said.required("title").text(),
                of.containsKey("quantity") ? of.get("quantity").as(Integer::parseInt, "a number") : 1,
                of.containsKey("price")
                        ? of.get("price").as(BigDecimal::new, "an amount such as 24.90")
                        : new BigDecimal("199.00"));
    }

    private Cue cue(Written item) {
        Timed timed = Timed.read(item, "an event such as order.paid");
        Acts.check(timed);
        Map<String, String> details = new LinkedHashMap<>();
        timed.rest().forEach((name, value) -> details.put(name, value.text()));
        return new Cue(item.line(), timed.when(), timed.what().text(), details);
    }

    private Expected expected(Written item) {
        Timed timed = Timed.read(item, "the name of words, \"no\" and such a name, case, ignored, declined or ends");
        timed.rest().forEach((name, value) -> {
            if (!OF_EXPECTED.contains(name)) {
                throw value.refuse(
                        "\"%s\" is not known here; there are %s".formatted(name, String.join(", ", OF_EXPECTED)));
            }
        });
        String what = timed.what().text();
        Kind kind = kind(what);
        Written channel = timed.rest().get("by");
        return new Expected(
                item.line(),
                timed.when(),
                kind,
                switch (kind) {
                    case SILENT -> what.substring("no ".length()).strip();
                    case SENT -> what;
                    default -> "";
                },
                channel == null ? null : channel.word(CHANNELS),
                textOrNull(timed.rest().get("subject")),
                textOrNull(timed.rest().get("because")));
    }

    private static Kind kind(String what) {
        return switch (what) {
            case "case" -> Kind.CASE;
            case "declined" -> Kind.DECLINED;
            case "ignored" -> Kind.IGNORED;
            case "ends" -> Kind.ENDS;
            default -> what.startsWith("no ") ? Kind.SILENT : Kind.SENT;
        };
    }

    private static boolean flag(@Nullable Written said) {
        return said != null && said.word(List.of("yes", "no", "true", "false")).matches("yes|true");
    }

    private static String text(Map<String, Written> said, String name, String otherwise) {
        return said.containsKey(name) ? said.get(name).text() : otherwise;
    }

    private static @Nullable String textOrNull(@Nullable Written said) {
        return said == null ? null : said.text();
    }
}
