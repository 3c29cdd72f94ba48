package dev.afterglow.intake.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What may stand in a place of an event: the one description that is checked, published as JSON Schema and explained. */
sealed interface Shape {

    /** Everything that is wrong with this place, each with its JSON pointer; nothing is wrong with an empty one. */
    default List<Refusal> problems(Field field) {
        try {
            if (!field.isEmpty()) {
                read(field);
            }
            return List.of();
        } catch (Refusal wrong) {
            return List.of(wrong);
        }
    }

    /**
     * Reads the place as the mapping does.
     *
     * @throws Refusal when it does not hold what it should
     */
    void read(Field field);

    /** Plain values, each read by the reader that the mapping uses. */
    enum Plain implements Shape {
        TEXT,
        ID,
        AMOUNT,
        WHOLE,
        FLAG,
        MOMENT,
        DAY,
        CURRENCY,
        COUNTRY,
        ZONE;

        @Override
        public void read(Field field) {
            switch (this) {
                case TEXT -> field.text(Integer.MAX_VALUE);
                case ID -> field.id();
                case AMOUNT -> field.amount();
                case WHOLE -> field.number();
                case FLAG -> field.flag();
                case MOMENT -> field.instant();
                case DAY -> day(field);
                case CURRENCY -> field.currency();
                case COUNTRY -> field.country();
                case ZONE -> zone(field);
            }
        }
    }

    /** One of these words. */
    record Word(List<String> words) implements Shape {

        @Override
        public void read(Field field) {
            if (!words.contains(field.text(100))) {
                throw field.refuse("must be one of " + String.join(", ", words));
            }
        }
    }

    /** A short word of the sender's choice, in lower case, with dashes. */
    record Name() implements Shape {

        static final Pattern PATTERN = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

        @Override
        public void read(Field field) {
            String name = field.text(Integer.MAX_VALUE);
            if (name == null || !PATTERN.matcher(name).matches()) {
                throw field.refuse("must be up to 100 lower-case letters, digits and dashes");
            }
        }
    }

    /** Any number of these in a row. */
    record Many(Shape each) implements Shape {

        @Override
        public void read(Field field) {
            field.items();
        }

        @Override
        public List<Refusal> problems(Field field) {
            List<Refusal> own = Shape.super.problems(field);
            return own.isEmpty()
                    ? field.items().stream()
                            .flatMap(item -> missing(item, each != Plain.TEXT, each).stream())
                            .toList()
                    : own;
        }
    }

    /**
     * An object with these parts; others may stand there too and are not read.
     *
     * @param name where it is explained when several events have it; empty when it is explained in place
     */
    record Group(String name, List<Part> parts) implements Shape {

        static Group of(Part... parts) {
            return new Group("", List.of(parts));
        }

        Group called(String title) {
            return new Group(title, parts);
        }

        Group and(Part... more) {
            List<Part> all = new ArrayList<>(parts);
            all.addAll(List.of(more));
            return new Group("", List.copyOf(all));
        }

        @Override
        public void read(Field field) {
            field.object();
        }

        @Override
        public List<Refusal> problems(Field field) {
            List<Refusal> own = Shape.super.problems(field);
            return own.isEmpty() && !field.isEmpty()
                    ? parts.stream()
                            .flatMap(part -> missing(field.at(part.name()), part.required(), part.shape()).stream())
                            .toList()
                    : own;
        }
    }

    /**
     * A named place in a group.
     *
     * @param says what it is for, a sentence
     */
    record Part(String name, Shape shape, boolean required, String says) {

        static Part of(String name, Shape shape, String says) {
            return new Part(name, shape, false, says);
        }

        static Part needed(String name, Shape shape, String says) {
            return new Part(name, shape, true, says);
        }
    }

    private static List<Refusal> missing(Field field, boolean required, Shape shape) {
        JsonNode node = field.node();
        boolean blank = node == null || (node.isTextual() && node.textValue().isBlank());
        return required && blank ? List.of(field.refuse("is missing")) : shape.problems(field);
    }

    /** A day without time, which must be there. */
    static LocalDate day(Field field) {
        try {
            return LocalDate.parse(String.valueOf(field.text(40)));
        } catch (DateTimeException e) {
            throw field.refuse("must be a day such as 2026-05-10");
        }
    }

    private static void zone(Field field) {
        String zone = field.text(64);
        try {
            if (zone != null) {
                ZoneId.of(zone);
            }
        } catch (DateTimeException e) {
            throw field.refuse("must be a time zone such as Europe/Berlin");
        }
    }
}
