package dev.afterglow.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for at the command line.
 *
 * @param example a part of the name of the only example to play; null for all
 * @param order the id of an order in the running app to play them with
 * @param customer what is so of every customer, whatever the file says
 */
record Wishes(
        Path folder,
        @Nullable String example,
        @Nullable String order,
        Map<String, String> customer,
        @Nullable LocalDate begins,
        Duration until,
        @Nullable Path json,
        @Nullable Path svg) {

    /** How long examples are followed where nobody says how long. */
    static final Duration USUALLY = Duration.ofDays(184);

    private static final Duration LONGEST = Duration.ofDays(400);

    /** Somebody asked for what there is not. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String reason) {
            super(reason);
        }
    }

    /**
     * Understands the words.
     *
     * @throws NotUnderstood when they make no sense
     */
    static Wishes of(List<String> words) {
        Deque<String> rest = new ArrayDeque<>(words);
        Map<String, String> said = new LinkedHashMap<>();
        while (!rest.isEmpty()) {
            String word = rest.remove();
            String name = word.startsWith("--") ? word : "folder";
            if (!List.of("folder", "--example", "--order", "--customer", "--begins", "--until", "--json", "--svg")
                    .contains(name)) {
                throw new NotUnderstood("There is no option %s.".formatted(word));
            }
            String value = name.equals("folder") ? word : rest.poll();
            if (value == null || said.put(name, value) != null) {
                throw new NotUnderstood(
                        value == null
                                ? "%s wants a value.".formatted(name)
                                : "There can be one %s only.".formatted(name));
            }
        }
        return new Wishes(
                folder(said.get("folder")),
                said.get("--example"),
                said.get("--order"),
                customer(said.get("--customer")),
                begins(said.get("--begins")),
                until(said.get("--until")),
                file(said.get("--json")),
                file(said.get("--svg")));
    }

    /** True when it is played otherwise than the file says: then there is nothing to compare it with. */
    boolean isAnotherStory() {
        return order != null || begins != null || !customer.isEmpty() || !until.equals(USUALLY);
    }

    private static Path folder(@Nullable String name) {
        if (name == null) {
            throw new NotUnderstood("Say which journey: bin/rehearse bpmn/NAME.");
        }
        Path folder = Path.of(name).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new NotUnderstood("There is no folder %s.".formatted(name));
        }
        return folder;
    }

    private static Map<String, String> customer(@Nullable String said) {
        Map<String, String> customer = new LinkedHashMap<>();
        for (String pair :
                said == null ? List.<String>of() : List.of(said.strip().split("\\s+"))) {
            String[] parts = pair.split("=", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new NotUnderstood(
                        "--customer is \"%s\", but must be like \"locale=de zone=Asia/Tokyo agreed=nothing\"."
                                .formatted(said));
            }
            customer.put(parts[0], parts[1].contains(",") ? "[" + parts[1] + "]" : "\"" + parts[1] + "\"");
        }
        return customer;
    }

    private static @Nullable LocalDate begins(@Nullable String said) {
        try {
            return said == null ? null : LocalDate.parse(said);
        } catch (java.time.DateTimeException e) {
            throw new NotUnderstood("--begins is \"%s\", but must be a day such as 2026-12-20.".formatted(said));
        }
    }

    private static Duration until(@Nullable String said) {
        try {
            Duration until = said == null
                    ? USUALLY
                    : Duration.ofDays(LocalDate.EPOCH.plus(Period.parse(said)).toEpochDay());
            if (!until.isNegative() && until.compareTo(LONGEST) <= 0) {
                return until;
            }
        } catch (java.time.DateTimeException e) {
            // why: what is wrong with it is said below, for every kind of wrong.
        }
        throw new NotUnderstood(
                "--until is \"%s\", but must be like P60D or P3M, and not above 400 days.".formatted(said));
    }

    private static @Nullable Path file(@Nullable String name) {
        return name == null ? null : Path.of(name).toAbsolutePath().normalize();
    }
}
