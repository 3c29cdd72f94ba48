package dev.afterglow.local;

import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** Everything a local run keeps, below {@code afterglow.data-dir}. */
record DataFolder(Path path) {

    static DataFolder of(Environment environment) {
        return of(Path.of(environment.getProperty("afterglow.data-dir", "data")));
    }

    static DataFolder of(Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    Path lock() {
        return path.resolve("app.lock");
    }

    Path secrets() {
        return path.resolve("secrets.properties");
    }

    Path clockOffset() {
        return path.resolve("clock-offset");
    }

    /** The broker's own files. */
    Path broker() {
        return path.resolve("zeebe");
    }

    Path brokerPid() {
        return broker().resolve("broker.pid");
    }

    Path brokerLog() {
        return path.resolve("logs").resolve("zeebe.log");
    }
}
