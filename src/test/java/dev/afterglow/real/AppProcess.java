package dev.afterglow.real;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged app as a process of its own, with a real broker beside it. It can be killed as nothing else can. */
public final class AppProcess implements AutoCloseable {

    public static final String API_KEY = "key-of-the-real-thing";
    public static final String SHOPIFY_SECRET = "secret-of-the-real-thing";

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final int port;
    private final Process process;

    private AppProcess(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts it on a folder that holds its data, as soon as can be; returns before it is ready. */
    public static AppProcess start(Path folder, Map<String, String> settings) throws IOException {
        // why: a life of a minute is over before the second compiler has earned what it costs.
        return start(folder, settings, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    }

    /** The same, with the compiler and the collector that an app gets which is to work for long. */
    public static AppProcess startForLong(Path folder, Map<String, String> settings) throws IOException {
        return start(folder, settings, List.of());
    }

    private static AppProcess start(Path folder, Map<String, String> settings, List<String> options)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Xmx512m",
                "-jar",
                System.getProperty("afterglow.jar", "target/afterglow.jar"),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                // why: journeys made for a test need no words for people; shipped ones are checked in the build.
                "--afterglow.check.required=false",
                "--afterglow.data-dir=" + folder.resolve("data")));
        for (String name : List.of("gateway", "rest", "management", "command", "internal")) {
            String option = "afterglow.local." + name + "-port";
            if (!settings.containsKey(option)) {
                command.add("--" + option + "=0");
            }
        }
        String home = System.getProperty("afterglow.local.broker-home");
        if (home != null) {
            command.add("--afterglow.local.broker-home=" + home);
        }
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("app.log").toFile()));
        builder.environment().put("AFTERGLOW_API_KEY", API_KEY);
        builder.environment().put("AFTERGLOW_INTAKE_SHOPIFY_SECRET", SHOPIFY_SECRET);
        return new AppProcess(folder, port, builder.start());
    }

    AppProcess untilItAnswers() {
        await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(250)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The app ended by itself; see " + folder.resolve("app.log"));
            }
            return status("/actuator/health/readiness") == 200;
        });
        return this;
    }

    public AppProcess untilTheEngineAnswers() {
        untilItAnswers();
        await().atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> status("/actuator/health") == 200);
        return this;
    }

    /** The answer's status; -1 when nobody answers. */
    public int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException e) {
            return -1;
        }
    }

    public JsonNode json(String path) throws IOException {
        return JSON.readTree(get(path).body());
    }

    /** The body of an answer, as it is. */
    public String text(String path) throws IOException {
        return get(path).body();
    }

    private HttpResponse<String> get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    public HttpResponse<String> post(String path, Map<String, String> headers, String body) throws IOException {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    public void advance(Duration by) throws IOException {
        HttpResponse<String> answer = post(
                "/api/clock/advance", Map.of("Content-Type", "application/json"), "{\"by\": \"%s\"}".formatted(by));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The clock was not moved: " + answer.body());
        }
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The app itself. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** The broker it started. */
    public ProcessHandle broker() throws IOException {
        String pid = Files.readString(folder.resolve("data/zeebe/broker.pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid.split(" ", -1)[0])).orElseThrow();
    }

    /** kill -9: it has no chance to do anything about it. */
    void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** SIGTERM: it stops as it should, and its broker with it. */
    void stop() {
        process.destroy();
        waitForEnd();
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The app does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        ProcessHandle broker = Files.exists(folder.resolve("data/zeebe/broker.pid")) ? broker() : null;
        process.destroy();
        waitForEnd();
        if (broker != null) {
            broker.destroyForcibly();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + API_KEY);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A port that nobody listens on now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
