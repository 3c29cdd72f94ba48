package dev.afterglow.shipping;

import dev.afterglow.journey.JourneyProblem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Function;

/**
 * How closely a parcel is watched, as the step says in its headers.
 *
 * @param tellBy the time of day, at the delivery address, by which a customer is told that it will not come today
 * @param spread looks at different parcels are spread over so many minutes before that
 * @param silentAfter nobody saw it for so long: worth a word
 * @param lostAfter nobody saw it for so long: it will not come
 * @param followFor so long after it was first heard of the journey ends, whatever happens
 */
record Lookout(LocalTime tellBy, int spread, Duration silentAfter, Duration lostAfter, Duration followFor) {

    private static final int MOST_MINUTES = 12 * 60;
    private static final Duration LONGEST = Duration.ofDays(180);

    /**
     * Reads headers; those left out have the defaults of the operator's guide.
     *
     * @throws JourneyProblem naming the header that makes no sense
     */
    static Lookout of(Map<String, String> headers) {
        return new Lookout(
                read(headers, "tell-by", "19:00", LocalTime::parse),
                read(headers, "spread", "60", Lookout::minutes),
                read(headers, "silent-after", "P5D", Lookout::days),
                read(headers, "lost-after", "P14D", Lookout::days),
                read(headers, "follow-for", "P60D", Lookout::days));
    }

    private static int minutes(String text) {
        int minutes = Integer.parseInt(text);
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("out of bounds");
        }
        return minutes;
    }

    private static Duration days(String text) {
        Duration time = Duration.parse(text);
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("out of bounds");
        }
        return time;
    }

    private static <T> T read(Map<String, String> headers, String name, String otherwise, Function<String, T> reader) {
        String text = headers.getOrDefault(name, "").strip();
        try {
            return reader.apply(text.isEmpty() ? otherwise : text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new JourneyProblem(
                    "HEADER_WRONG", "the header \"%s\" is \"%s\"; write it like %s".formatted(name, text, otherwise));
        }
    }
}
