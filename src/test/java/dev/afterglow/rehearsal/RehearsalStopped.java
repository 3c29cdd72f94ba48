package dev.afterglow.rehearsal;

import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import java.util.List;

/** A rehearsal cannot go on, and says at which step and why. */
final class RehearsalStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RehearsalStopped(String reason) {
        super(reason);
    }

    static RehearsalStopped by(IncidentRecordValue incident) {
        return new RehearsalStopped("%s cannot go on at %s: %s"
                .formatted(incident.getBpmnProcessId(), incident.getElementId(), incident.getErrorMessage()));
    }

    static RehearsalStopped at(List<String> steps) {
        return new RehearsalStopped(
                steps.isEmpty()
                        ? "The engine does not come to rest."
                        : "Nobody finishes these steps: " + String.join(", ", steps));
    }
}
