package dev.afterglow.shipping;

import dev.afterglow.journey.Fields;
import dev.afterglow.journey.JourneyProblem;
import java.time.Duration;
import java.time.LocalTime;

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

    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final int MINUTES = 60;
    private static final int MOST_MINUTES = 12 * 60;
    private static final Duration LONGEST = Duration.ofDays(180);

    /**
     * Reads what the step says; what it leaves out is as in the diagram that comes with Afterglow.
     *
     * @throws JourneyProblem naming the field that makes no sense
     */
    static Lookout of(Fields fields) {
        return new Lookout(
                fields.read("tell-by", LocalTime::parse, "a time of day such as 19:00")
                        .orElse(EVENING),
                fields.number("spread", 0, MOST_MINUTES, MINUTES),
                days(fields, "silent-after", 5),
                days(fields, "lost-after", 14),
                days(fields, "follow-for", 60));
    }

    private static Duration days(Fields fields, String name, int otherwise) {
        String takes = "a time such as P%dD, of 180 days at most".formatted(otherwise);
        Duration time = fields.read(name, Duration::parse, takes).orElse(Duration.ofDays(otherwise));
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw fields.wrong(name, takes);
        }
        return time;
    }
}
