package dev.afterglow.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker as a child process: started when nothing is in its way, stopped kindly and then firmly. */
final class BrokerProcess {

    private static final Logger log = LoggerFactory.getLogger(BrokerProcess.class);
    private static final Duration KINDLY = Duration.ofSeconds(20);
    private static final Duration FIRMLY = Duration.ofSeconds(5);

    private final ProcessHandle handle;
    private final Process process;
    private final PidFile pidFile;

    private BrokerProcess(Process process, PidFile pidFile) {
        this.process = process;
        this.handle = process.toHandle();
        this.pidFile = pidFile;
    }

    static BrokerProcess start(LocalSettings settings, DataFolder folder) throws BrokerTrouble, InterruptedException {
        checkHome(settings);
        PidFile pidFile = new PidFile(folder.brokerPid());
        try {
            replaceOrphan(pidFile);
            checkPorts(settings.ports());
            return started(new BrokerCommand(settings, folder), pidFile);
        } catch (IOException e) {
            throw new BrokerTrouble("The broker cannot be started in " + folder.broker() + ": " + e);
        }
    }

    private static BrokerProcess started(BrokerCommand command, PidFile pidFile) throws IOException {
        BrokerProcess broker = new BrokerProcess(command.prepared().start(), pidFile);
        try {
            pidFile.write(broker.handle);
            return broker;
        } catch (IOException e) {
            broker.process.destroyForcibly();
            throw e;
        }
    }

    private static void checkHome(LocalSettings settings) throws BrokerTrouble {
        if (!Files.isDirectory(settings.home().resolve("lib"))) {
            throw new BrokerTrouble("There is no Camunda distribution in " + settings.home()
                    + ". Run \"mvn generate-resources\" (or \"mvn spring-boot:run\") once to fetch it,"
                    + " name another folder with afterglow.local.broker-home,"
                    + " or name a broker that runs elsewhere with camunda.client.grpc-address.");
        }
    }

    private static void replaceOrphan(PidFile pidFile) throws IOException, InterruptedException {
        ProcessHandle orphan = pidFile.living().orElse(null);
        if (orphan != null) {
            log.warn("A broker was left behind by an app that was killed (process {}); it is replaced", orphan.pid());
            stop(orphan);
        }
        pidFile.delete();
    }

    private static void checkPorts(List<BrokerPort> ports) throws BrokerTrouble {
        for (BrokerPort port : ports) {
            if (port.isTaken()) {
                throw new BrokerTrouble("Port " + port.number() + " is taken by another program."
                        + " Stop that program, or choose another port with " + port.property()
                        + " (0 picks a free one) and start again.");
            }
        }
    }

    long pid() {
        return handle.pid();
    }

    /** Waits so long for its end; whether it has ended. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    void stop() throws IOException, InterruptedException {
        stop(handle);
        pidFile.delete();
    }

    private static void stop(ProcessHandle process) throws InterruptedException {
        process.destroy();
        if (!hasEnded(process, KINDLY)) {
            log.warn("The broker (process {}) did not stop when asked; it is killed", process.pid());
            process.destroyForcibly();
            hasEnded(process, FIRMLY);
        }
    }

    private static boolean hasEnded(ProcessHandle process, Duration time) throws InterruptedException {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        }
    }
}
