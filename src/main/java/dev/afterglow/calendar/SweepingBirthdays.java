package dev.afterglow.calendar;

import dev.afterglow.customer.Birthdays;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Looks through the calendar for birthdays that are due somewhere on earth, and for those of the last days that were
 * missed. Any number of replicas may do so at once.
 */
@Service
public class SweepingBirthdays {

    private static final Logger LOG = LoggerFactory.getLogger(SweepingBirthdays.class);
    private static final int PAGE = 200;

    private final Birthdays birthdays;
    private final BirthdaysTold told;
    private final TellingBirthday telling;
    private final BirthdaySettings settings;
    private final Clock clock;
    private final Counter counter;

    SweepingBirthdays(
            Birthdays birthdays,
            BirthdaysTold told,
            TellingBirthday telling,
            BirthdaySettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.birthdays = birthdays;
        this.told = told;
        this.telling = telling;
        this.settings = settings;
        this.clock = clock;
        this.counter = Counter.builder("afterglow.birthdays.told")
                .description("Birthdays that journeys were told of")
                .register(meters);
    }

    /** Tells of all birthdays that are due now; how many those were. */
    public int sweep() {
        Instant now = clock.instant();
        LocalDate latest = now.atOffset(ZoneOffset.MAX).toLocalDate();
        LocalDate earliest = now.atOffset(ZoneOffset.MIN).toLocalDate().minusDays(settings.madeUpWithin());
        return earliest.datesUntil(latest.plusDays(1)).mapToInt(this::sweep).sum();
    }

    private int sweep(LocalDate day) {
        return Feast.of(day).stream().mapToInt(born -> sweep(day, born)).sum();
    }

    private int sweep(LocalDate day, MonthDay born) {
        int all = 0;
        List<String> page = birthdays.bornOn(born, "", PAGE);
        while (!page.isEmpty()) {
            all += tell(page, day);
            page = page.size() < PAGE ? List.of() : birthdays.bornOn(born, page.getLast(), PAGE);
        }
        return all;
    }

    private int tell(List<String> page, LocalDate day) {
        Set<String> before = told.of(page, day.getYear());
        return (int) page.stream()
                .filter(id -> !before.contains(id))
                .filter(id -> tell(id, day))
                .count();
    }

    // why: what is wrong with one customer must not keep the others from their birthday.
    private boolean tell(String customerId, LocalDate day) {
        try {
            boolean heard = telling.tell(customerId, day);
            if (heard) {
                counter.increment();
            }
            return heard;
        } catch (RuntimeException trouble) {
            LOG.warn("The birthday of customer {} could not be told; it is tried again", customerId, trouble);
            return false;
        }
    }
}
