package dev.afterglow.sql;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL server for all tests of this JVM: in a temporary folder, on a free loopback port, gone at the end. */
final class PostgresServer {

    static final String USER = "afterglow";

    private static final List<String> AS_POSTGRES =
            List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups");

    private static final class Shared {
        static final PostgresServer SERVER = new PostgresServer(PostgresBinaries.onThisMachine()
                .orElseThrow(() -> new IllegalStateException(PostgresBinaries.MISSING)));
    }

    // why: PostgreSQL refuses to run as root.
    private final boolean isRoot = new UnixSystem().getUid() == 0;
    private final AtomicInteger databases = new AtomicInteger();
    private final Path binaries;
    private final Path folder;
    private final Path data;
    private final int port;

    private PostgresServer(Path binaries) {
        this.binaries = binaries;
        try {
            folder = Files.createTempDirectory("afterglow-postgres");
            data = folder.resolve("data");
            port = freePort();
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PostgresServer shared() {
        return Shared.SERVER;
    }

    /** The address of a new, empty database. */
    String freshDatabase() {
        String name = "test_" + databases.incrementAndGet();
        JdbcClient.create(new DriverManagerDataSource(url("postgres"), USER, ""))
                .sql("create database " + name)
                .update();
        return url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void start() throws IOException {
        if (isRoot) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
        run("initdb", "--username=" + USER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        Files.writeString(data.resolve("postgresql.conf"), configuration(), StandardOpenOption.APPEND);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-postgres"));
        run("pg_ctl", "start", "-w", "-l", folder.resolve("server.log").toString());
    }

    private String configuration() {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = '%s'
                fsync = off
                full_page_writes = off
                """.formatted(port, folder);
    }

    private void stop() {
        try {
            run("pg_ctl", "stop", "-w", "-m", "immediate");
        } finally {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    private void run(String program, String... arguments) {
        List<String> words = new ArrayList<>(isRoot ? AS_POSTGRES : List.of());
        words.add(binaries.resolve(program).toString());
        words.add("--pgdata=" + data);
        words.addAll(List.of(arguments));
        Path output = folder.resolve(program + ".out");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(String.join(" ", words) + "\n" + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
