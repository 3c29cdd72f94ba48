package dev.afterglow.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A person, an order, what happens to them, and what they should get.
 *
 * @param folder the journey's
 * @param line where it begins in the file
 * @param begins its first day
 */
record Example(
        String folder,
        int line,
        String name,
        Person person,
        Purchase purchase,
        LocalDate begins,
        List<Cue> cues,
        List<Expected> calendar) {

    /** Who it is and, where it is about an order, what was bought: in words, for people. */
    String inWords() {
        boolean bought = cues.stream()
                .anyMatch(cue -> cue.what().startsWith("order.") || cue.what().startsWith("parcel."));
        return bought ? person.inWords() + " " + purchase.inWords() : person.inWords();
    }

    /** The same on another first day. */
    Example beginning(LocalDate day) {
        return new Example(folder, line, name, person, purchase, day, cues, calendar);
    }

    /** The same for somebody else, who bought something else. */
    Example with(Person other, Purchase bought) {
        return new Example(folder, line, name, other, bought, begins, cues, calendar);
    }

    /** The first moment of it. */
    Instant start() {
        return begins.atStartOfDay(person.zone()).toInstant();
    }

    /** A moment as the person counts: the day, and the time to the minute. */
    When when(Instant moment) {
        ZonedDateTime there = moment.atZone(person.zone());
        LocalTime time = there.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return new When((int) ChronoUnit.DAYS.between(begins, there.toLocalDate()) + 1, time);
    }
}
