package dev.afterglow.console;

import dev.afterglow.journey.Deployment;
import dev.afterglow.journey.Deployments;
import dev.afterglow.journey.EditionInUse;
import dev.afterglow.journey.Editions;
import dev.afterglow.journey.RunCounts;
import dev.afterglow.journey.Runs;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Every journey with how many runs it has had. */
@Component
class JourneyFigures {

    private static final int LATEST = 5;

    /**
     * One journey.
     *
     * @param editions the latest, and all that somebody is on the way with; the newest first
     */
    record Figures(Deployment deployment, RunCounts counts, List<EditionInUse> editions) {}

    private final Deployments deployments;
    private final Runs runs;
    private final Editions editions;

    JourneyFigures(Deployments deployments, Runs runs, Editions editions) {
        this.deployments = deployments;
        this.runs = runs;
        this.editions = editions;
    }

    List<Figures> all() {
        Map<String, RunCounts> counts =
                runs.counts().stream().collect(Collectors.toMap(RunCounts::journey, Function.identity()));
        Map<String, List<EditionInUse>> all =
                editions.all().stream().collect(Collectors.groupingBy(EditionInUse::journey));
        return deployments.latest().stream()
                .map(deployment -> new Figures(
                        deployment,
                        counts.getOrDefault(deployment.journey(), new RunCounts(deployment.journey(), 0, 0, 0, 0)),
                        worthTelling(all.getOrDefault(deployment.journey(), List.of()))))
                .toList();
    }

    private static List<EditionInUse> worthTelling(List<EditionInUse> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i < LATEST || all.get(i).running() > 0)
                .mapToObj(all::get)
                .toList();
    }
}
