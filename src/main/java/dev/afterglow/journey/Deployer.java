package dev.afterglow.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Puts each folder under {@code bpmn/} into use when anything in it changed, and once after each start: engine and database
 * know what they have already. What the check or the engine refuses is named in the log, and what ran before goes on
 * running.
 */
@Component
class Deployer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

    private final JourneyFolders folders;
    private final DeploymentGate gate;
    private final DeploymentCommand command;
    private final JourneySettings settings;
    private final Map<String, String> deployed = new HashMap<>();
    private volatile boolean running;
    private volatile boolean settled;
    private Thread thread = new Thread();

    Deployer(JourneyFolders folders, DeploymentGate gate, DeploymentCommand command, JourneySettings settings) {
        this.folders = folders;
        this.gate = gate;
        this.command = command;
        this.settings = settings;
        this.settled = !settings.deploy();
    }

    /** True once every folder has been offered to the engine since the start: only then may events follow. */
    boolean isSettled() {
        return settled;
    }

    @Override
    public void start() {
        running = true;
        if (settings.deploy()) {
            thread = Thread.ofVirtual().name("deployer").start(this::run);
        }
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            boolean answered = deployChanged();
            settled = settled || answered;
            LockSupport.parkNanos(answered ? settings.watchEvery().toNanos() : TimeUnit.SECONDS.toNanos(1));
        }
    }

    /** Offers what changed; false when the engine did not answer. */
    private boolean deployChanged() {
        try {
            for (Edition edition : changed().toList()) {
                if (!command.deploy(edition)) {
                    return false;
                }
                deployed.put(edition.folder().name(), edition.hash());
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Looking for changed journeys did not work and is tried again", e);
            return false;
        }
    }

    private Stream<Edition> changed() {
        return folders.current().stream()
                .filter(folder -> isOfUse(folder) && gate.opensFor(folder))
                .map(Edition::of)
                .filter(edition ->
                        !edition.hash().equals(deployed.get(edition.folder().name())));
    }

    private static boolean isOfUse(JourneyFolder folder) {
        return folder.name().equals(JourneyFolders.SHARED)
                || !folder.deployable().isEmpty();
    }
}
