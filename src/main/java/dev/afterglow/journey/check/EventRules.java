package dev.afterglow.journey.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules about what journeys wait for. */
@Component
class EventRules implements RuleBook {

    private static final int LONGEST_DAYS = 184;
    private static final Pattern PARTS = Pattern.compile("(P(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?)(T.+)?");
    private static final Pattern CYCLE = Pattern.compile("R(\\d*)/(.+)");
    private static final Pattern LITERAL = Pattern.compile("=\\s*(?:duration\\(\\s*)?@?\"(P[^\"]*)\"\\s*\\)?");

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.each(
                        "event-known",
                        "Every event a journey begins with or waits for is one somebody tells.",
                        "Choose one of the events in the marketer's guide; the shop's own begin with custom.",
                        EventRules::known),
                Rule.each(
                        "correlation-key",
                        "An event that is waited for has a correlation key; one a journey begins with has none.",
                        "Give the two different messages, if they share one; then fill in \"Subscription correlation"
                                + " key\" for the one that is waited for.",
                        EventRules::keys),
                Rule.each(
                        "correlation-key-fits",
                        "What is waited for by an id is waited for by the id it is told with.",
                        "The marketer's guide lists the key of each event.",
                        EventRules::keysFit),
                Rule.each(
                        "timer-readable",
                        "Timers are written like P3D, PT12H, a date with time and offset, or an expression.",
                        "P3D is three days, PT12H twelve hours, P3DT12H both.",
                        EventRules::readable),
                Rule.each(
                        "timer-at-most-half-a-year",
                        "No timer runs longer than six months, and none for ever.",
                        "End the journey, and let another begin with an event of that day.",
                        EventRules::longest));
    }

    private static void messages(Diagram diagram, BiConsumer<Node, Heard> look) {
        diagram.nodes().forEach(node -> {
            Heard heard = node.heard();
            boolean listens = node.kind() != Kind.END && node.kind() != Kind.THROW;
            if (heard != null && heard.isMessage() && listens) {
                look.accept(node, heard);
            }
        });
    }

    private static void known(Diagram diagram, Findings found) {
        messages(diagram, (node, heard) -> {
            if (KnownEvents.named(heard.name()).isEmpty()) {
                found.at(
                        diagram,
                        node,
                        "nobody tells of \"%s\"; known are %s"
                                .formatted(heard.name(), String.join(", ", KnownEvents.names())));
            }
        });
    }

    private static void keys(Diagram diagram, Findings found) {
        messages(diagram, (node, heard) -> {
            boolean begins = node.kind() == Kind.START && node.scope().equals(diagram.process());
            if (begins && heard.value() != null) {
                found.at(diagram, node, node.called() + " begins the journey, but has a correlation key");
            } else if (!begins && heard.value() == null) {
                found.at(diagram, node, node.called() + " has no correlation key");
            }
        });
    }

    private static void keysFit(Diagram diagram, Findings found) {
        messages(diagram, (node, heard) -> {
            String known =
                    KnownEvents.named(heard.name()).map(KnownEvents.Known::key).orElse("");
            String key = known.equals(KnownEvents.BUSINESS_KEY) ? businessKey(diagram) : known;
            if (heard.value() != null && !heard.value().contains(key)) {
                found.at(
                        diagram,
                        node,
                        "%s is told with =%s, but waited for with %s".formatted(heard.name(), key, heard.value()));
            }
        });
    }

    // why: the business key is known to its own step alone; everything else must name what it was made of.
    private static String businessKey(Diagram diagram) {
        return diagram.doing("journey.enter").stream()
                .map(enter -> enter.inputs().getOrDefault(KnownEvents.BUSINESS_KEY, ""))
                .findFirst()
                .orElse("")
                .replaceFirst("^=", "");
    }

    private static void timers(Diagram diagram, BiConsumer<Node, Heard> look) {
        diagram.nodes().forEach(node -> {
            Heard heard = node.heard();
            if (heard != null && heard.isTimer()) {
                look.accept(node, heard);
            }
        });
    }

    private static void readable(Diagram diagram, Findings found) {
        timers(diagram, (node, heard) -> {
            String text = text(heard);
            boolean expression = text.startsWith("=") && !LITERAL.matcher(text).matches();
            boolean date = heard.name().equals("timeDate");
            if (!expression && (date ? !isDate(text) : days(text).isEmpty())) {
                found.at(diagram, node, "the timer \"%s\" cannot be read".formatted(text));
            }
        });
    }

    private static void longest(Diagram diagram, Findings found) {
        timers(diagram, (node, heard) -> {
            Double days = days(text(heard)).orElse(0.0);
            if (days > LONGEST_DAYS) {
                found.at(
                        diagram,
                        node,
                        days.isInfinite() ? "it never stops" : "it runs for %d days".formatted(Math.round(days)));
            }
        });
    }

    private static String text(Heard heard) {
        return heard.value() == null ? "" : heard.value();
    }

    private static boolean isDate(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** How many days a timer runs; empty when it cannot be told, or not be read. */
    private static Optional<Double> days(String text) {
        Matcher literal = LITERAL.matcher(text);
        String plain = literal.matches() ? literal.group(1) : text;
        Matcher cycle = CYCLE.matcher(plain);
        if (cycle.matches()) {
            double times = cycle.group(1).isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(cycle.group(1));
            return once(cycle.group(2)).map(days -> days * times);
        }
        return once(plain);
    }

    private static Optional<Double> once(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Period date = parts.group(1).equals("P") ? Period.ZERO : Period.parse(parts.group(1));
            Duration time = parts.group(2) == null ? Duration.ZERO : Duration.parse("P" + parts.group(2));
            double days = LocalDate.EPOCH.plus(date).toEpochDay() + time.toMinutes() / 1440.0;
            return parts.group(1).equals("P") && isNothing(parts.group(2)) ? Optional.empty() : Optional.of(days);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static boolean isNothing(@Nullable String part) {
        return part == null || part.isEmpty();
    }
}
