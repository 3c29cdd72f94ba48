package dev.afterglow.rehearsal;

import dev.afterglow.calendar.SweepingBirthdays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/** Plays any number of examples side by side, from one moment at which something happens to the next. */
final class Rehearsal {

    private static final LocalTime BIRTHDAYS = LocalTime.of(9, 0);

    private final Stage stage;
    private final Duration until;
    private final PriorityQueue<Planned> plan =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparing(Planned::order));
    private final List<Part> parts = new ArrayList<>();

    private record Planned(Instant at, int order, Runnable deed) {}

    private record Part(Example example, Watching watching, Instant end) {}

    /**
     * Prepares it.
     *
     * @param until how long each example is followed at most
     */
    Rehearsal(Stage stage, Duration until) {
        this.stage = stage;
        this.until = until;
    }

    /**
     * Adds an example.
     *
     * @param journeys the process ids of its folder
     */
    void add(Example example, Set<String> journeys) {
        Role role = new Role(example);
        String person = new Casting(stage).cast(example, role);
        stage.keep(person, journeys);
        Watching watching = new Watching(stage, role, person, journeys);
        Acting acting = new Acting(stage, example, role, person);
        Instant end = example.start().plus(until);
        parts.add(new Part(example, watching, end));
        for (Cue cue : example.cues()) {
            plan(cue.when().on(example.begins(), example.person().zone()).toInstant(), end, () -> {
                watching.happens(cue.what());
                acting.act(cue);
            });
        }
        if (example.person().birthday() != null) {
            birthdays(example, end);
        }
    }

    /** Plays all of them to their ends. */
    List<Calendar> play() {
        for (Optional<Instant> next = next(); next.isPresent(); next = next()) {
            stage.moveTo(next.get());
            while (!plan.isEmpty() && !plan.peek().at().isAfter(stage.now())) {
                plan.remove().deed().run();
                stage.settle();
            }
            stage.settle();
            parts.stream()
                    .filter(part -> !stage.now().isAfter(part.end()))
                    .forEach(part -> part.watching().look());
        }
        return parts.stream()
                .map(part -> new Calendar(part.example(), part.watching().entries()))
                .toList();
    }

    private Optional<Instant> next() {
        Instant end = parts.stream().map(Part::end).max(Instant::compareTo).orElse(Instant.MIN);
        return Stream.concat(Optional.ofNullable(plan.peek()).map(Planned::at).stream(), stage.nextDue().stream())
                .min(Instant::compareTo)
                .map(next -> next.isBefore(stage.now()) ? stage.now() : next)
                .filter(next -> !next.isAfter(end));
    }

    private void plan(Instant at, Instant end, Runnable deed) {
        if (!at.isAfter(end)) {
            plan.add(new Planned(at, plan.size(), deed));
        }
    }

    /** The days around each birthday: in years without a 29 February it is on another. */
    private void birthdays(Example example, Instant end) {
        LocalDate last = end.atZone(example.person().zone()).toLocalDate();
        for (int year = example.begins().getYear(); year <= last.getYear(); year++) {
            LocalDate day = example.person().birthday().atYear(year);
            day.minusDays(1)
                    .datesUntil(day.plusDays(2))
                    .filter(one -> !one.isBefore(example.begins()))
                    .forEach(one -> plan(
                            one.atTime(BIRTHDAYS)
                                    .atZone(example.person().zone())
                                    .toInstant(),
                            end,
                            () -> stage.room(SweepingBirthdays.class).sweep()));
        }
    }
}
