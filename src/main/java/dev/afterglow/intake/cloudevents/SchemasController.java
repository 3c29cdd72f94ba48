package dev.afterglow.intake.cloudevents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterglow.intake.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out what events must look like, to those who send them. */
@RestController
@RequestMapping("/events/schemas")
class SchemasController {

    private static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");

    /** The names of all schemas. */
    @GetMapping
    List<String> all() {
        return OurEvents.ALL.stream().map(event -> event.name() + ".json").toList();
    }

    /** The schema of one event's structured form. */
    @GetMapping("/{name}.json")
    ResponseEntity<ObjectNode> one(@PathVariable String name) {
        OurEvent event = OurEvents.BY_NAME.get(name);
        if (event == null) {
            throw new Refusal(
                    HttpStatus.NOT_FOUND, "No such schema", "There is no event of this name; see /events/schemas.");
        }
        return ResponseEntity.ok().contentType(SCHEMA).body(EventSchema.of(event));
    }
}
