package dev.afterglow.console;

import dev.afterglow.journey.Deployment;
import dev.afterglow.journey.Deployments;
import dev.afterglow.journey.RunCounts;
import dev.afterglow.journey.Runs;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every journey with how many runs it has had. */
@Component
class JourneyFigures {

    record Figures(Deployment deployment, RunCounts counts) {}

    private final Deployments deployments;
    private final Runs runs;

    JourneyFigures(Deployments deployments, Runs runs) {
        this.deployments = deployments;
        this.runs = runs;
    }

    List<Figures> all() {
        Map<String, RunCounts> counts =
                runs.counts().stream().collect(Collectors.toMap(RunCounts::journey, Function.identity()));
        return deployments.latest().stream()
                .map(deployment -> new Figures(
                        deployment,
                        counts.getOrDefault(deployment.journey(), new RunCounts(deployment.journey(), 0, 0, 0, 0))))
                .toList();
    }
}
