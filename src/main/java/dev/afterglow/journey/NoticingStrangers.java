package dev.afterglow.journey;

import dev.afterglow.journey.Stranger.Judgement;
import dev.afterglow.journey.check.CheckedFolder;
import dev.afterglow.journey.check.Finding;
import dev.afterglow.journey.check.Verdicts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Notices versions of processes that were not deployed from here by their first work, and has them checked. */
@Component
class NoticingStrangers {

    private static final Logger LOG = LoggerFactory.getLogger(NoticingStrangers.class);

    // why: work of a version may be here before it is written down that we deployed it.
    private static final Duration UNTIL_WRITTEN_DOWN = Duration.ofSeconds(3);

    private final Strangers strangers;
    private final DiagramsAtEngine diagrams;
    private final Editions editions;
    private final Verdicts verdicts;
    private final Set<Long> met = ConcurrentHashMap.newKeySet();

    NoticingStrangers(Strangers strangers, DiagramsAtEngine diagrams, Editions editions, Verdicts verdicts) {
        this.strangers = strangers;
        this.diagrams = diagrams;
        this.editions = editions;
        this.verdicts = verdicts;
    }

    /** There is work of this version; what is to be done about that is done later. */
    void see(EngineVersion version, long definitionKey) {
        if (met.add(definitionKey)) {
            Thread.ofVirtual().name("stranger-" + definitionKey).start(() -> {
                LockSupport.parkNanos(UNTIL_WRITTEN_DOWN.toNanos());
                meet(version, definitionKey);
            });
        }
    }

    void meet(EngineVersion version, long definitionKey) {
        try {
            if (strangers.meet(version, definitionKey)) {
                judge(version, definitionKey);
            }
        } catch (RuntimeException e) {
            met.remove(definitionKey);
            LOG.warn("Where {} version {} came from is found out later", version.journey(), version.version(), e);
        }
    }

    private void judge(EngineVersion version, long definitionKey) {
        Optional<CheckedFolder> verdict = diagrams.find(version.journey(), definitionKey)
                .map(diagram -> verdicts.ofStranger(folder(version.journey(), diagram)));
        Judgement judgement = verdict.map(checked -> checked.isRefused() ? Judgement.REFUSED : Judgement.SOUND)
                .orElse(Judgement.UNREADABLE);
        List<String> findings = verdict.map(CheckedFolder::findings).orElse(List.of()).stream()
                .map(Finding::toString)
                .toList();
        strangers.judge(definitionKey, judgement, findings);
        LOG.warn(
                "Journey {} version {} was not deployed from here, and is {}: see the page Journeys",
                version.journey(),
                version.version(),
                judgement.word());
    }

    /** What is in use here, with the diagram from elsewhere in the place of ours. */
    private JourneyFolder folder(String journey, String diagram) {
        Optional<JourneyFolder> ours = editions.newest(journey).map(Edition::folder);
        SortedMap<String, byte[]> files =
                new TreeMap<>(ours.map(JourneyFolder::files).orElseGet(TreeMap::new));
        files.put(journey + ".bpmn", diagram.getBytes(StandardCharsets.UTF_8));
        return new JourneyFolder(ours.map(JourneyFolder::name).orElse(journey), files);
    }
}
