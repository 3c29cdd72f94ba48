package dev.afterglow.rehearsal;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Calendars as a picture: one line of days from top to bottom, and beside it what comes when. */
final class Drawing {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int WIDTH = 760;
    private static final int LINE = 130;
    private static final int CARD = 168;
    private static final int LETTERS = 66;
    private static final String STYLE = """
            <style>
            text { font: 14px 'Helvetica Neue', Helvetica, Arial, sans-serif; fill: #26323c; }
            .title { font-size: 22px; font-weight: 600; }
            .small { font-size: 12px; fill: #6b7884; }
            .day { font-weight: 600; font-size: 13px; fill: #fff; }
            .date { font-weight: 600; font-size: 13px; }
            .bold { font-weight: 600; }
            .grey { fill: #7c8893; }
            .line { stroke: #cfd8df; stroke-width: 3; }
            .gap { stroke: #cfd8df; stroke-width: 3; stroke-dasharray: 1 8; stroke-linecap: round; }
            .bubble { fill: #2f6fb3; }
            .card { stroke-width: 1.2; }
            .sent { fill: #eef5fc; stroke: #9cc1e6; }
            .silent { fill: #f7f8f9; stroke: #bcc6ce; stroke-dasharray: 5 4; }
            .waits, .ignored { fill: #f7f8f9; stroke: #bcc6ce; stroke-dasharray: 5 4; }
            .case { fill: #fff4de; stroke: #e5b65c; }
            .mark { fill: none; stroke: #2f6fb3; stroke-width: 1.6; stroke-linejoin: round; }
            .dot { fill: #5d9e73; }
            .end { fill: #26323c; }
            </style>
            """;

    private final StringBuilder svg = new StringBuilder();
    private int y = 24;

    private Drawing() {}

    /** The picture, as SVG. */
    static String of(List<Calendar> calendars) {
        Drawing drawing = new Drawing();
        calendars.forEach(drawing::calendar);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" role="img">
                <title>%s</title>
                %s<rect width="100%%" height="100%%" fill="#fff"/>
                %s</svg>
                """.formatted(
                WIDTH,
                drawing.y,
                WIDTH,
                text(calendars.isEmpty() ? "" : calendars.getFirst().example().folder()),
                STYLE,
                drawing.svg);
    }

    private void calendar(Calendar calendar) {
        Example example = calendar.example();
        y += 16;
        write("title", 24, y, example.name());
        for (String line : wrapped(example.inWords(), 105)) {
            y += 20;
            write("small", 24, y, line);
        }
        y += 34;
        int day = 0;
        for (Entry entry : calendar.entries()) {
            When when = example.when(entry.at());
            ZonedDateTime there = entry.at().atZone(example.person().zone());
            if (when.day() != day) {
                newDay(day, when.day(), DATE.format(there));
            }
            entry(entry, example, TIME.format(there), when.day() == day ? y - 8 : y + 24);
            day = when.day();
        }
        y += 30;
    }

    private void newDay(int before, int day, String date) {
        int quiet = day - before - 1;
        if (before > 0 && quiet > 0) {
            add("<path class=\"gap\" d=\"M%d %d V%d\"/>".formatted(LINE, y + 2, y + 34));
            write("small", CARD, y + 22, quiet == 1 ? "a quiet day" : quiet + " quiet days");
            y += 38;
        }
        add("<rect class=\"bubble\" x=\"%d\" y=\"%d\" width=\"36\" height=\"24\" rx=\"12\"/>".formatted(LINE - 18, y));
        add("<text class=\"day\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%d</text>".formatted(LINE, y + 17, day));
        add("<text class=\"date\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>".formatted(LINE - 28, y + 17, date));
    }

    private void entry(Entry entry, Example example, String time, int lineFrom) {
        List<String> lines = new ArrayList<>(wrapped(Line.sentence(entry, example), LETTERS));
        int bold = entry.kind() == Entry.Kind.SENT ? 1 : 0;
        if (entry.subject() != null) {
            lines.addAll(wrapped("“" + entry.subject() + "”", LETTERS));
        }
        boolean card = entry.kind() != Entry.Kind.HAPPENS && !isEnd(entry);
        int height = lines.size() * 19 + (card ? 15 : 5);
        add("<path class=\"line\" d=\"M%d %d V%d\"/>".formatted(LINE, lineFrom, y + height + 8));
        if (card) {
            add("<rect class=\"card %s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>"
                    .formatted(entry.kind().name().toLowerCase(Locale.ROOT), CARD, y - 2, WIDTH - CARD - 24, height));
        }
        mark(entry.kind());
        int baseline = y + 17;
        add("<text class=\"small\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>"
                .formatted(WIDTH - 34, baseline, time));
        for (int i = 0; i < lines.size(); i++) {
            String look = i < bold ? "bold" : isPlain(entry.kind()) ? "" : "grey";
            write(look, CARD + 40, baseline + i * 19, lines.get(i));
        }
        y += height + 8;
    }

    private static boolean isPlain(Entry.Kind kind) {
        return kind == Entry.Kind.SENT || kind == Entry.Kind.HAPPENS || kind == Entry.Kind.CASE;
    }

    private static boolean isEnd(Entry entry) {
        return entry.kind() == Entry.Kind.ENDS || entry.kind() == Entry.Kind.DECLINED;
    }

    private void mark(Entry.Kind kind) {
        int x = CARD + 12;
        switch (kind) {
            case SENT -> add("<path class=\"mark\" d=\"M%d %d h18 v13 h-18 Z l9 7 l9 -7\"/>".formatted(x, y + 6));
            case HAPPENS -> add("<circle class=\"dot\" cx=\"%d\" cy=\"%d\" r=\"5\"/>".formatted(x + 9, y + 12));
            case ENDS, DECLINED ->
                add("<rect class=\"end\" x=\"%d\" y=\"%d\" width=\"11\" height=\"11\" rx=\"2\"/>"
                        .formatted(x + 4, y + 7));
            case SILENT, IGNORED ->
                add("<path class=\"mark\" stroke-opacity=\".5\" d=\"M%d %d h14\"/>".formatted(x + 2, y + 12));
            case WAITS ->
                add("<path class=\"mark\" d=\"M%d %d a8 8 0 1 0 .1 0 m0 4 v4 l3 2\"/>".formatted(x + 9, y + 4));
            case CASE ->
                add("<path class=\"mark\" stroke=\"#a86200\" d=\"M%d %d l9 15 h-18 Z m0 6 v4 m0 2 v.5\"/>"
                        .formatted(x + 9, y + 4));
        }
    }

    private void write(String look, int x, int baseline, String words) {
        add("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(look, x, baseline, text(words)));
    }

    private void add(String line) {
        svg.append(line).append('\n');
    }

    private static List<String> wrapped(String words, int width) {
        List<String> lines = new ArrayList<>();
        for (String word : words.split(" ")) {
            boolean fits = !lines.isEmpty() && lines.getLast().length() + 1 + word.length() <= width;
            if (fits) {
                lines.set(lines.size() - 1, lines.getLast() + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
