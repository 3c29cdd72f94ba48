package dev.afterglow.rehearsal;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyFolders;
import dev.afterglow.journey.check.CheckedFolder;
import dev.afterglow.journey.check.Severity;
import dev.afterglow.journey.check.Verdicts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plays a journey's examples and prints their calendars. It answers with 0 when all came as the file expects, with 1 when
 * something came otherwise, and with 2 when it could not play.
 */
public final class Rehearse {

    private static final int COULD_NOT_PLAY = 2;

    private final PrintStream out;
    private final PrintStream err;

    Rehearse(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        // why: libraries warn of what is none of a marketer's business.
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nobody);
        System.setErr(nobody);
        int answer = COULD_NOT_PLAY;
        try {
            answer = new Rehearse(out, err).run(List.of(words));
        } catch (RuntimeException | Error bug) {
            // why: threads of the engine would keep a program alive that has died.
            err.println("It could not be played, for a reason that is ours to mend:");
            bug.printStackTrace(err);
        }
        out.flush();
        err.flush();
        // why: what is only in memory need not be put away.
        Runtime.getRuntime().halt(answer);
    }

    int run(List<String> words) {
        try {
            Wishes wishes = Wishes.of(words);
            List<Example> examples = examples(wishes).stream()
                    .map(example -> wishes.begins() == null ? example : example.beginning(wishes.begins()))
                    .toList();
            return play(
                    wishes,
                    wishes.order() == null
                            ? examples
                            : RealOrder.find(wishes.order()).in(examples));
        } catch (Wishes.NotUnderstood | ExamplesRefused | RehearsalStopped trouble) {
            err.println(trouble.getMessage());
        } catch (IOException e) {
            err.println("A file cannot be read or written: " + e.getMessage());
        }
        return COULD_NOT_PLAY;
    }

    private static List<Example> examples(Wishes wishes) throws IOException {
        String folder = String.valueOf(wishes.folder().getFileName());
        var file = wishes.folder().resolve(ExamplesFile.NAME);
        if (!Files.isRegularFile(file)) {
            throw new Wishes.NotUnderstood("%s has no %s yet: write one, as the guide for marketers shows."
                    .formatted(folder, ExamplesFile.NAME));
        }
        List<Example> all = ExamplesFile.read(folder, Files.readString(file), wishes.customer());
        List<Example> wanted = all.stream()
                .filter(example -> wishes.example() == null
                        || example.name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains(wishes.example().toLowerCase(java.util.Locale.ROOT)))
                .toList();
        if (wanted.isEmpty()) {
            throw new Wishes.NotUnderstood("There is no example \"%s\" in %s; there are:%n%s"
                    .formatted(
                            wishes.example(),
                            folder,
                            all.stream().map(one -> "  " + one.name()).collect(Collectors.joining("%n".formatted()))));
        }
        return wanted;
    }

    private int play(Wishes wishes, List<Example> examples) throws IOException {
        Instant begin =
                examples.stream().map(Example::start).min(Instant::compareTo).orElseThrow();
        try (Stage stage = Stage.in(wishes.folder().getParent(), begin)) {
            JourneyFolder folder = stage.room(JourneyFolders.class)
                    .named(String.valueOf(wishes.folder().getFileName()))
                    .orElseThrow();
            sound(stage.room(Verdicts.class).of(folder));
            stage.deploy(folder);
            Rehearsal rehearsal = new Rehearsal(stage, wishes.until());
            examples.forEach(example -> rehearsal.add(example, journeys(folder)));
            List<Comparison> comparisons =
                    rehearsal.play().stream().map(Comparison::of).toList();
            write(wishes, comparisons);
            return print(wishes, comparisons);
        }
    }

    private void write(Wishes wishes, List<Comparison> comparisons) throws IOException {
        String folder = String.valueOf(wishes.folder().getFileName());
        if (wishes.json() != null) {
            Files.writeString(wishes.json(), Told.of(folder, comparisons));
        }
        if (wishes.svg() != null) {
            Files.writeString(
                    wishes.svg(),
                    Drawing.of(comparisons.stream().map(Comparison::calendar).toList()));
        }
    }

    private int print(Wishes wishes, List<Comparison> comparisons) {
        comparisons.forEach(one -> {
            out.println(Timetable.of(one.calendar()));
            if (wishes.isAnotherStory()) {
                return;
            }
            if (one.isAsExpected()) {
                out.println("  As expected.%n".formatted());
            } else {
                one.differences().forEach(difference -> out.println("  Not as expected. " + difference));
                out.println();
            }
        });
        boolean fine = wishes.isAnotherStory() || comparisons.stream().allMatch(Comparison::isAsExpected);
        return fine ? 0 : 1;
    }

    private static void sound(CheckedFolder checked) {
        if (checked.isRefused()) {
            throw new RehearsalStopped("The check refuses this journey, so it cannot be played:%n%s"
                    .formatted(checked.findings().stream()
                            .filter(finding -> finding.severity() == Severity.ERROR)
                            .map(finding -> "  %s%n    %s%n    -> %s"
                                    .formatted(finding.where(), finding.reason(), finding.hint()))
                            .collect(Collectors.joining("%n".formatted()))));
        }
    }

    static Set<String> journeys(JourneyFolder folder) {
        return folder.files().keySet().stream()
                .filter(file -> file.endsWith(".bpmn"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1).replace(".bpmn", ""))
                .collect(Collectors.toSet());
    }
}
