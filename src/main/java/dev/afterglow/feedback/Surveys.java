package dev.afterglow.feedback;

import dev.afterglow.journey.Edition;
import dev.afterglow.journey.Editions;
import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyFolders;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The surveys beside the journeys, {@code surveys/NAME.yaml}, as they were when a run began. One that is wrong is refused, and
 * the one read before goes on serving.
 */
@Component
class Surveys {

    private static final Logger LOG = LoggerFactory.getLogger(Surveys.class);

    private final JourneyFolders folders;
    private final Editions editions;
    private final Runs runs;
    private final Map<String, Read> known = new ConcurrentHashMap<>();

    private record Read(String yaml, Survey survey) {}

    Surveys(JourneyFolders folders, Editions editions, Runs runs) {
        this.folders = folders;
        this.editions = editions;
        this.runs = runs;
    }

    /** The survey somebody was asked to answer, as it was when their run began. */
    Survey of(SurveyRequest request) {
        return runs.of(request.journey(), request.businessKey())
                .map(run -> of(run, request.survey()))
                .orElseGet(() -> of(request.journey(), editions.newest(request.journey()), request.survey()));
    }

    /**
     * The survey with this name beside the journey of a run.
     *
     * @throws JourneyProblem when there is none, or it is wrong and never was right
     */
    Survey of(Run run, String name) {
        return of(run.journey(), editions.of(run), name);
    }

    private Survey of(String journey, Optional<Edition> edition, String name) {
        JourneyFolder folder = edition.map(Edition::folder)
                .orElseThrow(() -> new JourneyProblem("SURVEY_MISSING", "no folder holds " + journey + ".bpmn"));
        String path = "surveys/" + name + ".yaml";
        String file = folder.name() + "/" + path;
        String yaml =
                folder.text(path).orElseThrow(() -> new JourneyProblem("SURVEY_MISSING", "there is no file " + file));
        Read before = known.get(file);
        if (before != null && before.yaml().equals(yaml)) {
            return before.survey();
        }
        try {
            alone(folder, path, file);
            Survey survey = SurveyFile.read(name, file, yaml);
            known.put(file, new Read(yaml, survey));
            return survey;
        } catch (SurveyRefused refused) {
            return instead(file, yaml, Optional.ofNullable(before), refused);
        }
    }

    private Survey instead(String file, String yaml, Optional<Read> before, SurveyRefused refused) {
        Survey survey = before.orElseThrow(
                        () -> new JourneyProblem("SURVEY_REFUSED", String.valueOf(refused.getMessage())))
                .survey();
        LOG.error("A new survey is refused, the one before is still used: {}", refused.getMessage());
        known.put(file, new Read(yaml, survey));
        return survey;
    }

    // why: answers are counted by the survey's name.
    private void alone(JourneyFolder own, String path, String file) {
        folders.current().stream()
                .filter(folder -> !folder.name().equals(own.name()))
                .filter(folder -> folder.files().containsKey(path))
                .findFirst()
                .ifPresent(other -> {
                    throw new SurveyRefused(
                            file, 1, "the folder %s holds a survey with this name too".formatted(other.name()));
                });
    }
}
