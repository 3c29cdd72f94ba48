package dev.afterglow.rehearsal;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A calendar as a table of plain text. */
final class Timetable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int INDENT = 26;

    private Timetable() {}

    /** The table, with who it is about above it. */
    static String of(Calendar calendar) {
        Example example = calendar.example();
        StringBuilder text = new StringBuilder();
        text.append("%s%n%s%n%n".formatted(example.name(), example.inWords()));
        text.append("  Day  When              What%n".formatted());
        int day = 0;
        for (Entry entry : calendar.entries()) {
            When when = example.when(entry.at());
            ZonedDateTime there = entry.at().atZone(example.person().zone());
            boolean sameDay = when.day() == day;
            text.append("  %-4s %-10s %s  %s%n"
                    .formatted(
                            sameDay ? "" : when.day(),
                            sameDay ? "" : DAY.format(there),
                            TIME.format(there),
                            Line.of(entry, example)));
            if (entry.subject() != null) {
                text.append(" ".repeat(INDENT))
                        .append("“")
                        .append(entry.subject())
                        .append("”%n".formatted());
            }
            day = when.day();
        }
        if (calendar.entries().isEmpty()) {
            text.append("  Nothing happens.%n".formatted());
        }
        return text.toString();
    }
}
