package dev.afterglow.journey.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a check found, for people and for programs. */
public record Report(boolean refused, List<Folder> folders) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** One folder of it. */
    public record Folder(String folder, boolean refused, List<One> findings) {}

    /**
     * One finding.
     *
     * @param severity {@code error} or {@code warning}
     * @param file path below {@code bpmn/}
     * @param element an id in the diagram, where there is one to name
     * @param line of the file, where lines are counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record One(
            String severity,
            String rule,
            String file,
            @Nullable String element,
            @Nullable Integer line,
            String reason,
            String hint) {}

    /** The report about these folders. */
    public static Report of(List<CheckedFolder> checked) {
        return new Report(
                checked.stream().anyMatch(CheckedFolder::isRefused),
                checked.stream().map(Report::folder).toList());
    }

    private static Folder folder(CheckedFolder checked) {
        return new Folder(
                checked.folder(),
                checked.isRefused(),
                checked.findings().stream().map(Report::one).toList());
    }

    private static One one(Finding finding) {
        return new One(
                finding.severity().word(),
                finding.rule(),
                finding.file(),
                finding.element(),
                finding.line(),
                finding.reason(),
                finding.hint());
    }

    static String json(List<CheckedFolder> checked) {
        try {
            return MAPPER.writeValueAsString(of(checked));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can always be written", e);
        }
    }

    static String text(List<CheckedFolder> checked) {
        StringBuilder text = new StringBuilder();
        for (CheckedFolder folder : checked) {
            for (Finding finding : folder.findings()) {
                text.append("%s: %s%n  %s [%s]%n  -> %s%n%n"
                        .formatted(
                                finding.severity().word(),
                                finding.where(),
                                finding.reason(),
                                finding.rule(),
                                finding.hint()));
            }
        }
        checked.forEach(folder -> text.append(verdict(folder)));
        return text.toString().stripTrailing();
    }

    private static String verdict(CheckedFolder folder) {
        return "%-24s %s%n"
                .formatted(
                        folder.folder(),
                        folder.findings().isEmpty()
                                ? "sound"
                                : "%s; errors: %d, warnings: %d"
                                        .formatted(
                                                folder.isRefused() ? "refused" : "sound",
                                                folder.count(Severity.ERROR),
                                                folder.count(Severity.WARNING)));
    }
}
