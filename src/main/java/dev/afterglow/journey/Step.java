package dev.afterglow.journey;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;

/**
 * Where in which journey a worker is at work.
 *
 * @param journey the process id
 * @param version the engine's version of it
 * @param instanceKey the engine's key of the running instance
 * @param element the id of the step in the diagram
 * @param deadline until when the engine keeps this job for us; after it, another worker may hold it too
 */
public record Step(String journey, int version, long instanceKey, String element, Instant deadline) {

    /** The step a job belongs to. */
    public static Step of(ActivatedJob job) {
        return new Step(
                job.getBpmnProcessId(),
                job.getProcessDefinitionVersion(),
                job.getProcessInstanceKey(),
                job.getElementId(),
                Instant.ofEpochMilli(job.getDeadline()));
    }
}
