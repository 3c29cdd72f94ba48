package dev.afterglow.journey;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The diagrams the engine has. It gives them out only over REST, from 8.8 on, where it keeps a secondary storage (Camunda
 * docs, Orchestration Cluster REST API, "Get process definition XML"); so it is asked only where an address for that is set.
 */
@Component
class DiagramsAtEngine {

    private static final Logger LOG = LoggerFactory.getLogger(DiagramsAtEngine.class);
    private static final String ADDRESS = "camunda.client.rest-address";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final CamundaClient engine;
    private final boolean canBeAsked;

    DiagramsAtEngine(CamundaClient engine, Environment settings) {
        this.engine = engine;
        this.canBeAsked = settings.containsProperty(ADDRESS);
    }

    /** The diagram of this version; empty when it is not given out. */
    Optional<String> find(String journey, long definitionKey) {
        if (!canBeAsked) {
            return Optional.empty();
        }
        try {
            String diagram = engine.newProcessDefinitionGetXmlRequest(definitionKey)
                    .requestTimeout(TIMEOUT)
                    .send()
                    .join();
            return Optional.of(diagram).filter(xml -> holds(xml, journey));
        } catch (RuntimeException e) {
            LOG.debug("The engine does not give out the diagram of {}", journey, e);
            return Optional.empty();
        }
    }

    // why: whatever listens at that address may answer with a page of its own.
    private static boolean holds(String xml, String journey) {
        var diagram = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return diagram.getModelElementById(journey) != null;
    }
}
