package dev.afterglow.journey;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Process;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives one folder to the engine, all of it or nothing, and puts it into use here. */
@Component
class DeploymentCommand {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentCommand.class);

    private final CamundaClient engine;
    private final Deployments deployments;
    private final Editions editions;
    private final JourneyFolders folders;

    DeploymentCommand(CamundaClient engine, Deployments deployments, Editions editions, JourneyFolders folders) {
        this.engine = engine;
        this.deployments = deployments;
        this.editions = editions;
        this.folders = folders;
    }

    /** Deploys; false when the engine did not answer, true when it took the folder or refused it for good. */
    boolean deploy(Edition edition) {
        JourneyFolder folder = edition.folder();
        try {
            release(edition, folder.deployable().isEmpty() ? List.of() : give(folder));
            return true;
        } catch (ClientException e) {
            Status.Code code = CommandStrategy.code(e);
            if (code == Status.Code.INVALID_ARGUMENT) {
                LOG.error("Journey folder {} is refused, what ran before goes on: {}", folder.name(), e.getMessage());
                return true;
            }
            LOG.debug("The engine cannot take journey folder {} now: {}", folder.name(), code);
            return false;
        }
    }

    private List<Process> give(JourneyFolder folder) {
        List<Process> processes = command(folder).send().join().getProcesses();
        processes.forEach(process -> keep(folder, process));
        return processes;
    }

    private void release(Edition edition, List<Process> processes) {
        Revision revision = folders.place(edition.folder())
                .flatMap(place -> GitRevision.of(place, edition))
                .orElse(null);
        editions.release(
                edition,
                revision,
                processes.stream()
                        .map(process -> new EngineVersion(process.getBpmnProcessId(), process.getVersion()))
                        .toList());
    }

    private FinalCommandStep<DeploymentEvent> command(JourneyFolder folder) {
        DeployResourceCommandStep2 command = null;
        for (Map.Entry<String, byte[]> file : folder.deployable().entrySet()) {
            String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
            command = command == null
                    ? engine.newDeployResourceCommand().addResourceBytes(file.getValue(), name)
                    : command.addResourceBytes(file.getValue(), name);
        }
        return Objects.requireNonNull(command).requestTimeout(Duration.ofSeconds(20));
    }

    private void keep(JourneyFolder folder, Process process) {
        String name = nameOf(process, folder);
        boolean isNew = deployments.keep(process.getBpmnProcessId(), process.getVersion(), name, folder);
        LOG.info(
                "Journey {} version {} is {}",
                process.getBpmnProcessId(),
                process.getVersion(),
                isNew ? "deployed" : "unchanged");
    }

    private static @Nullable String nameOf(Process process, JourneyFolder folder) {
        byte[] diagram = folder.files().get(process.getResourceName());
        if (diagram == null) {
            return null;
        }
        var element = Bpmn.readModelFromStream(new ByteArrayInputStream(diagram))
                .getModelElementById(process.getBpmnProcessId());
        return element == null ? null : element.getAttributeValue("name");
    }
}
