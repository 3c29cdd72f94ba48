package dev.afterglow.journey.check;

import dev.afterglow.journey.JourneyFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sound folder {@code late-note}, of which a test spoils one thing. */
public final class CheckRoom {

    private static final Path SOUND = Path.of("src/test/resources/check/late-note");

    /** Where its diagram is. */
    public static final String DIAGRAM = "LateNote.bpmn";

    private final SortedMap<String, byte[]> files;

    /** Nothing is spoilt yet. */
    public CheckRoom() {
        this.files = files(SOUND);
    }

    /** The files of a folder on disk. */
    public static SortedMap<String, byte[]> files(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString().replace(File.separatorChar, '/'), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes something else into the diagram; what stood there must have stood there. */
    public CheckRoom instead(String of, String now) {
        return instead(DIAGRAM, of, now);
    }

    /** Writes something else into a file. */
    public CheckRoom instead(String path, String of, String now) {
        String text = new String(files.get(path), StandardCharsets.UTF_8);
        if (!text.contains(of)) {
            throw new IllegalArgumentException(path + " does not hold " + of);
        }
        return put(path, text.replace(of, now));
    }

    /** Takes the first piece of the diagram that begins and ends like this out of it. */
    public CheckRoom without(String begin, String end) {
        String text = new String(files.get(DIAGRAM), StandardCharsets.UTF_8);
        int from = text.indexOf(begin);
        return put(DIAGRAM, text.substring(0, from) + text.substring(text.indexOf(end, from) + end.length()));
    }

    /** A file more, or another one. */
    public CheckRoom put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The same file under another name; null for none. */
    public CheckRoom move(String path, String to) {
        byte[] content = files.remove(path);
        if (to != null) {
            files.put(to, content);
        }
        return this;
    }

    /** The folder as it is now. */
    public JourneyFolder folder() {
        return new JourneyFolder("late-note", files);
    }

    /** What the rules of these books say of it. */
    public List<Finding> findings(List<RuleBook> books) {
        return new Checking(books).check(folder(), List.of()).findings();
    }

    /** The names of the rules in these findings. */
    public static Set<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).collect(Collectors.toSet());
    }

    /** The rules about diagrams. */
    public static List<RuleBook> books() {
        return List.of(
                new DiagramRules(),
                new LabelRules(),
                new StepRules(new KnownJobs()),
                new PathRules(),
                new EntranceRules(),
                new EventRules(),
                new PurposeRules(),
                new ExpressionRules());
    }
}
