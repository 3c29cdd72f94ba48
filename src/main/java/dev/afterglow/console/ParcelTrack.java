package dev.afterglow.console;

import dev.afterglow.order.Incident;
import dev.afterglow.order.Parcel;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Scan;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way of one parcel.
 *
 * @param title by whom, and under which number
 * @param url where to follow it, if that is a page
 * @param now where it is
 * @param stops the small picture
 * @param trouble what is wrong, and whose that is; null when nothing is
 * @param promise when it should arrive; null when nobody said
 * @param seen everything that was seen of it, newest first
 */
record ParcelTrack(
        String title,
        @Nullable String url,
        Outcome now,
        Instant since,
        List<Stop> stops,
        @Nullable String trouble,
        @Nullable String promise,
        List<Seen> seen) {

    /**
     * A stop on the way.
     *
     * @param css how it is drawn
     * @param at when it was reached, as far as somebody saw it
     */
    record Stop(
            String name,
            String css,
            boolean reached,
            @Nullable Instant at) {}

    /** One scan. */
    record Seen(Instant at, Outcome what, @Nullable String place) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int LAST = 3;
    private static final Set<ParcelStatus> TROUBLE = EnumSet.of(
            ParcelStatus.ON_HOLD,
            ParcelStatus.DELIVERY_DELAYED,
            ParcelStatus.DELIVERY_FAILED,
            ParcelStatus.LOST,
            ParcelStatus.DAMAGED,
            ParcelStatus.RETURN_TO_SENDER);

    static ParcelTrack of(Parcel parcel) {
        String carrier = parcel.carrier() == null ? "Parcel" : parcel.carrier();
        return new ParcelTrack(
                parcel.number() == null ? carrier : carrier + " " + parcel.number(),
                isPage(parcel.url()) ? parcel.url() : null,
                new Outcome(words(parcel.status(), parcel.detail()), tone(parcel.status())),
                parcel.since(),
                stops(parcel),
                parcel.incident() == null ? null : trouble(parcel.incident()),
                promise(parcel.promised(), parcel.expected()),
                parcel.scans().reversed().stream().map(ParcelTrack::seen).toList());
    }

    /** A status as people say it. */
    static String words(ParcelStatus status) {
        return switch (status) {
            case UNKNOWN -> "Nothing known yet";
            case PENDING -> "Label made";
            case PICKED_UP -> "With the carrier";
            case IN_TRANSIT -> "On its way";
            case ON_HOLD -> "Held up";
            case DELIVERY_DELAYED -> "Delayed";
            case OUT_FOR_DELIVERY -> "Out for delivery";
            case DELIVERY_FAILED -> "Nobody took it";
            case READY_FOR_PICKUP -> "Waits to be picked up";
            case DELIVERED -> "Delivered";
            case RETURN_TO_SENDER -> "Goes back to the shop";
            case LOST -> "Lost";
            case DAMAGED -> "Damaged";
            case CANCELLED -> "Does not travel";
        };
    }

    private static String words(ParcelStatus status, @Nullable String detail) {
        return detail == null ? words(status) : words(status) + " (" + detail.replace('-', ' ') + ")";
    }

    private static Seen seen(Scan scan) {
        String words = words(scan.status(), scan.detail());
        Incident incident = scan.incident();
        String whole =
                incident == null ? words : words + ": " + incident.reason().replace('-', ' ');
        return new Seen(scan.at(), new Outcome(whole, tone(scan.status())), scan.place());
    }

    private static List<Stop> stops(Parcel parcel) {
        int now = stop(parcel.status());
        List<Stop> stops = new ArrayList<>();
        for (int stop = 0; stop <= LAST; stop++) {
            String name = stop == now ? words(parcel.status()) : name(stop);
            String css =
                    stop > now ? "ahead" : stop == now ? tone(parcel.status()).css() : "good";
            stops.add(new Stop(name, css, stop <= now, stop == now ? parcel.since() : first(parcel, stop, now)));
        }
        return stops;
    }

    private static @Nullable Instant first(Parcel parcel, int stop, int now) {
        return stop > now
                ? null
                : parcel.scans().stream()
                        .filter(scan -> stop(scan.status()) == stop)
                        .map(Scan::at)
                        .findFirst()
                        .orElse(null);
    }

    private static int stop(ParcelStatus status) {
        return switch (status) {
            case UNKNOWN, PENDING, CANCELLED -> 0;
            case PICKED_UP, IN_TRANSIT, ON_HOLD, DELIVERY_DELAYED, LOST, DAMAGED -> 1;
            case OUT_FOR_DELIVERY, DELIVERY_FAILED, READY_FOR_PICKUP -> 2;
            case DELIVERED, RETURN_TO_SENDER -> LAST;
        };
    }

    private static String name(int stop) {
        return switch (stop) {
            case 0 -> "Label made";
            case 1 -> "On its way";
            case 2 -> "At the door";
            default -> "Delivered";
        };
    }

    private static Tone tone(ParcelStatus status) {
        return status == ParcelStatus.DELIVERED
                ? Tone.GOOD
                : status == ParcelStatus.CANCELLED
                        ? Tone.QUIET
                        : TROUBLE.contains(status) ? Tone.TROUBLE : Tone.WAITING;
    }

    private static String trouble(Incident incident) {
        String reason = PlainWords.capitalised(incident.reason().replace('-', ' '));
        return reason + ". "
                + switch (incident.owner()) {
                    case CARRIER -> "It is for the carrier to mend.";
                    case SHOP -> "It is for us to mend.";
                    case RECIPIENT -> "It is for the recipient to mend.";
                    case CUSTOMS -> "It is with the customs.";
                    case NOBODY -> "Nobody could help it.";
                    case UNKNOWN -> "Nobody knows yet whose it is.";
                };
    }

    private static @Nullable String promise(@Nullable LocalDate promised, @Nullable LocalDate expected) {
        if (promised == null) {
            return null;
        }
        String words = "Promised for " + DAY.format(promised);
        return expected == null || expected.equals(promised)
                ? words + "."
                : words + ", said to come on " + DAY.format(expected) + " now.";
    }

    // why: a carrier's address comes from outside, and only a page may be a link.
    private static boolean isPage(@Nullable String url) {
        try {
            return url != null
                    && Set.of("http", "https")
                            .contains(String.valueOf(URI.create(url).getScheme()));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
