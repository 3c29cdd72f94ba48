package dev.afterglow.journey;

import dev.afterglow.journey.check.CheckSettings;
import dev.afterglow.journey.check.CheckedFolder;
import dev.afterglow.journey.check.Severity;
import dev.afterglow.journey.check.Verdicts;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets only folders through to the engine that the check finds nothing wrong with. */
@Component
class DeploymentGate {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentGate.class);

    private final Verdicts verdicts;
    private final CheckSettings settings;
    private final MeterRegistry meters;
    private final Map<String, CheckedFolder> said = new ConcurrentHashMap<>();

    DeploymentGate(Verdicts verdicts, CheckSettings settings, MeterRegistry meters) {
        this.verdicts = verdicts;
        this.settings = settings;
        this.meters = meters;
        meters.gauge("afterglow.journey.refused", said, DeploymentGate::refused);
    }

    /** True when the folder may be deployed; why not is said once for each version of it. */
    boolean opensFor(JourneyFolder folder) {
        CheckedFolder verdict = verdicts.of(folder);
        if (!verdict.equals(said.put(folder.name(), verdict))) {
            say(verdict);
        }
        return !verdict.isRefused() || !settings.required();
    }

    private static double refused(Map<String, CheckedFolder> said) {
        return said.values().stream().filter(CheckedFolder::isRefused).count();
    }

    private void say(CheckedFolder verdict) {
        meters.counter(
                        "afterglow.journey.checks",
                        "folder",
                        verdict.folder(),
                        "verdict",
                        verdict.isRefused() ? "refused" : "sound")
                .increment();
        verdict.findings().forEach(finding -> {
            if (finding.severity() == Severity.ERROR) {
                LOG.error("Refused: {}", finding);
            } else {
                LOG.warn("To be looked at: {}", finding);
            }
        });
        if (verdict.isRefused()) {
            LOG.error(
                    "Journey folder {} is not deployed until this is mended; what ran before goes on",
                    verdict.folder());
        }
    }
}
