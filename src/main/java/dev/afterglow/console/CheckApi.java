package dev.afterglow.console;

import dev.afterglow.journey.check.Report;
import dev.afterglow.journey.check.Verdicts;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the check says of journeys: of those that are here, and of a folder somebody sends without deploying it. */
@RestController
class CheckApi {

    private final Verdicts verdicts;

    CheckApi(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** The folder of a journey. */
    @GetMapping("/api/journeys/{journey}/check")
    Report ofOurs(@PathVariable String journey) {
        return Report.of(List.of(verdicts.ofJourney(journey)
                .orElseThrow(() -> new NotKnown("No folder holds %s.bpmn.".formatted(journey)))));
    }

    /**
     * A folder in a zip file. Nothing of it is kept.
     *
     * @param name what the folder would be called
     */
    @PostMapping(path = "/api/check", consumes = "application/zip")
    Report ofStranger(@RequestBody byte[] zip, @RequestParam(defaultValue = "folder") String name) {
        return Report.of(List.of(verdicts.ofStranger(ZippedFolder.read(name, zip))));
    }
}
