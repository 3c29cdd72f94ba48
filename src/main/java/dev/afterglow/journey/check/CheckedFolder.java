package dev.afterglow.journey.check;

import java.util.List;

/**
 * What a check says of a folder.
 *
 * @param findings errors first
 */
public record CheckedFolder(String folder, List<Finding> findings) {

    /** True when it must not be deployed. */
    public boolean isRefused() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** How many findings are of this kind. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
