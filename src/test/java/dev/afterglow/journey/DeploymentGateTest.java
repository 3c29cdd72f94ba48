package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.afterglow.journey.check.CheckRoom;
import dev.afterglow.journey.check.CheckSettings;
import dev.afterglow.journey.check.CheckedFolder;
import dev.afterglow.journey.check.Finding;
import dev.afterglow.journey.check.Severity;
import dev.afterglow.journey.check.Verdicts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentGateTest {

    private final JourneyFolder folder = new CheckRoom().folder();
    private final Verdicts verdicts = mock(Verdicts.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeploymentGate gate = new DeploymentGate(verdicts, new CheckSettings(true), meters);

    @Test
    void aSoundFolderGoesThroughAndOneWithWarningsToo() {
        says();
        assertThat(gate.opensFor(folder)).isTrue();
        says(finding(Severity.WARNING));
        assertThat(gate.opensFor(folder)).isTrue();
        assertThat(meters.get("afterglow.journey.refused").gauge().value()).isZero();
    }

    @Test
    void aRefusedFolderStaysOutUntilItIsMendedAndIsCountedOnce() {
        says(finding(Severity.ERROR));
        assertThat(gate.opensFor(folder)).isFalse();
        assertThat(gate.opensFor(folder)).isFalse();
        assertThat(checks("refused")).isEqualTo(1);
        assertThat(meters.get("afterglow.journey.refused").gauge().value()).isEqualTo(1);
        says();
        assertThat(gate.opensFor(folder)).isTrue();
        assertThat(checks("sound")).isEqualTo(1);
        assertThat(meters.get("afterglow.journey.refused").gauge().value()).isZero();
    }

    @Test
    void whereTheCheckIsNotRequiredItOnlySpeaks() {
        says(finding(Severity.ERROR));
        DeploymentGate open = new DeploymentGate(verdicts, new CheckSettings(false), new SimpleMeterRegistry());
        assertThat(open.opensFor(folder)).isTrue();
    }

    private double checks(String verdict) {
        return meters.get("afterglow.journey.checks")
                .tag("verdict", verdict)
                .counter()
                .count();
    }

    private void says(Finding... findings) {
        when(verdicts.of(folder)).thenReturn(new CheckedFolder(folder.name(), List.of(findings)));
    }

    private static Finding finding(Severity severity) {
        return new Finding(severity, "rule", "late-note/LateNote.bpmn", "Task", null, "reason", "hint");
    }
}
