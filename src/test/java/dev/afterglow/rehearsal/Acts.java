package dev.afterglow.rehearsal;

import dev.afterglow.order.ParcelStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can happen in an example, and what can be said of it. */
final class Acts {

    /** Who answers the newest survey they were sent. */
    static final String ANSWERS = "answers";
    /** Who writes a review on the newest page they were sent to. */
    static final String REVIEWS = "reviews";
    /** Who uses the code they were given. */
    static final String REDEEMS = "redeems";
    /** Who says that signing up was meant. */
    static final String CONFIRMS = "confirms";
    /** Who wants no more of what they got last. */
    static final String UNSUBSCRIBES = "unsubscribes";

    private static final List<String> OF_PARCEL = List.of("parcel", "promise", "detail", "reason", "owner", "place");
    private static final Map<String, String> NEEDED = Map.of(ANSWERS, "score", REVIEWS, "stars");
    private static final Map<String, List<String>> KNOWN = known();

    private Acts() {}

    /**
     * Makes sure that it is known.
     *
     * @throws ExamplesRefused with file and line
     */
    static void check(Timed timed) {
        String what = timed.what().text();
        List<String> details = what.startsWith("custom.") ? List.of() : KNOWN.get(what);
        if (details == null) {
            throw timed.what()
                    .refuse("\"%s\" is not known here; there are %s and the shop's own, which begin with custom."
                            .formatted(what, String.join(", ", KNOWN.keySet())));
        }
        timed.rest().forEach((name, value) -> {
            if (!details.contains(name)) {
                throw value.refuse(
                        details.isEmpty()
                                ? "nothing more can be said of %s".formatted(what)
                                : "\"%s\" is not known here; of %s can be said %s"
                                        .formatted(name, what, String.join(", ", details)));
            }
        });
        String needed = NEEDED.get(what);
        if (needed != null && !timed.rest().containsKey(needed)) {
            throw timed.what().refuse("say how good it was: \"%s: 4\" on the next line".formatted(needed));
        }
    }

    /** Their names, for the guide. */
    static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    private static Map<String, List<String>> known() {
        Map<String, List<String>> known = new TreeMap<>(Map.of(
                ANSWERS, List.of("score", "remark"),
                REVIEWS, List.of("stars", "text"),
                REDEEMS, List.of("amount"),
                CONFIRMS, List.of(),
                UNSUBSCRIBES, List.of()));
        Stream.of(
                        "order.created",
                        "order.paid",
                        "order.cancelled",
                        "order.delivered",
                        "order.returned",
                        "order.refunded")
                .forEach(name -> known.put(name, List.of()));
        known.put("order.partially-refunded", List.of("amount"));
        known.put("order.promised", List.of("promise"));
        Stream.of("consent.given", "consent.pending", "consent.withdrawn")
                .forEach(name -> known.put(name, List.of("topic")));
        Stream.of("case.opened", "case.closed").forEach(name -> known.put(name, List.of()));
        parcelEvents().forEach(name -> known.put(name, OF_PARCEL));
        return known;
    }

    private static List<String> parcelEvents() {
        return Stream.concat(
                        Stream.of("parcel.shipped"),
                        Arrays.stream(ParcelStatus.values())
                                .filter(status -> status != ParcelStatus.UNKNOWN)
                                .map(status -> "parcel." + status.word()))
                .collect(Collectors.toList());
    }

    static String detail(Cue cue, String name, String otherwise) {
        return Objects.requireNonNullElse(cue.details().get(name), otherwise);
    }
}
