package dev.afterglow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process as the operating system sees it: its CPU time and its memory. */
record Program(ProcessHandle process) {

    static Program self() {
        return new Program(ProcessHandle.current());
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Memory it holds now; null where there is no {@code /proc}. */
    Double residentMegabytes() throws IOException {
        return status("VmRSS:");
    }

    /** The most memory it ever held; null where there is no {@code /proc}. */
    Double peakMegabytes() throws IOException {
        return status("VmHWM:");
    }

    private Double status(String name) throws IOException {
        Path file = Path.of("/proc/%d/status".formatted(process.pid()));
        if (!Files.isReadable(file)) {
            return null;
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(null);
    }
}
