package dev.afterglow.offer;

import dev.afterglow.journey.Edition;
import dev.afterglow.journey.Editions;
import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.Run;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds what a code gives, in the file beside the journey; a file that changed is read again, and a wrong one is left. */
@Component
class OfferFiles {

    private static final Logger LOG = LoggerFactory.getLogger(OfferFiles.class);

    private record Read(String yaml, Deal deal) {}

    private final Editions editions;
    private final Map<String, Read> known = new ConcurrentHashMap<>();

    OfferFiles(Editions editions) {
        this.editions = editions;
    }

    /**
     * What a code with this name gives whoever is in this run.
     *
     * @throws JourneyProblem when there is no such file, or it is wrong and never was right
     */
    Deal find(Run run, String name) {
        JourneyFolder folder = editions.of(run)
                .map(Edition::folder)
                .orElseThrow(() -> new JourneyProblem("OFFER_MISSING", "no folder holds " + run.journey() + ".bpmn"));
        String path = "offers/" + name + ".yaml";
        String file = folder.name() + "/" + path;
        String yaml = folder.text(path)
                .orElseThrow(() -> new JourneyProblem("OFFER_MISSING", "there is no file %s".formatted(file)));
        Read before = known.get(file);
        if (before != null && before.yaml().equals(yaml)) {
            return before.deal();
        }
        Deal deal = read(file, yaml, before == null ? null : before.deal());
        known.put(file, new Read(yaml, deal));
        return deal;
    }

    private static Deal read(String file, String yaml, @Nullable Deal old) {
        try {
            return OfferFile.read(file, yaml);
        } catch (OfferRefused refused) {
            if (old == null) {
                throw new JourneyProblem("OFFER_REFUSED", String.valueOf(refused.getMessage()));
            }
            LOG.error("A changed offer is refused, the old one is still given: {}", refused.getMessage());
            return old;
        }
    }
}
