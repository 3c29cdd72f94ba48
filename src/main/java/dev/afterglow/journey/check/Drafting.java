package dev.afterglow.journey.check;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyFolders;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a folder for the rules. */
final class Drafting {

    private static final int LARGEST_DIAGRAM = 1024 * 1024;

    private Drafting() {}

    /**
     * The folder as rules look at it.
     *
     * @param beside the other folders, of which the one all journeys share may hold decisions
     */
    static Draft of(JourneyFolder folder, List<JourneyFolder> beside) {
        List<Diagram> diagrams = new ArrayList<>();
        Map<String, String> unreadable = new TreeMap<>();
        folder.files().forEach((path, bytes) -> {
            if (path.endsWith(".bpmn")) {
                try {
                    diagrams.add(read(path, bytes));
                } catch (RuntimeException e) {
                    unreadable.put(path, reason(e));
                }
            }
        });
        return new Draft(folder, diagrams, unreadable, shared(beside));
    }

    private static Diagram read(String path, byte[] bytes) {
        if (bytes.length > LARGEST_DIAGRAM) {
            throw new IllegalArgumentException("it is larger than %d KB".formatted(LARGEST_DIAGRAM / 1024));
        }
        return DiagramReader.read(path, Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)));
    }

    private static String reason(Throwable trouble) {
        Throwable cause = trouble;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse("it is no diagram");
    }

    private static List<String> shared(List<JourneyFolder> beside) {
        return beside.stream()
                .filter(folder -> folder.name().equals(JourneyFolders.SHARED))
                .flatMap(folder -> Decisions.in(folder).stream())
                .map(Decisions.Decision::id)
                .toList();
    }
}
