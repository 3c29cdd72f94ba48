package dev.afterglow.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.console.ConsoleSlice;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What only a real server shows: bodies as they arrive, error pages, cookies. */
@SpringBootTest(
        classes = {ConsoleSlice.class, OnTheWireTest.Probe.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            ConsoleSlice.DATABASE,
            "afterglow.local.enabled=false",
            "camunda.client.enabled=false",
            "server.address=127.0.0.1",
            "afterglow.api-key=the-key",
            "afterglow.console.password=a good password"
        })
class OnTheWireTest {

    private static final int LIMIT = 2 * 1024 * 1024;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    /** Reads bodies in the ways in which controllers do. */
    @RestController
    static class Probe {

        @PostMapping("/hooks/bytes")
        int bytes(@RequestBody byte[] body) {
            return body.length;
        }

        @PostMapping("/hooks/stream")
        int stream(InputStream body) throws IOException {
            return body.readAllBytes().length;
        }

        @PostMapping("/hooks/lines")
        long lines(HttpServletRequest request) throws IOException {
            return request.getReader().lines().mapToLong(String::length).sum();
        }

        @PostMapping("/hooks/json")
        int json(@RequestBody Map<String, String> body) {
            return body.size();
        }

        @PostMapping("/api/broken")
        String broken() {
            throw new IllegalStateException("secret detail");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes", "stream", "lines"})
    void twoMegabytesAreReadHoweverTheyCome(String way) throws Exception {
        assertThat(send("/hooks/" + way, whole(LIMIT)).body()).contains("2097152");
        assertThat(send("/hooks/" + way, inChunks(LIMIT)).body()).contains("2097152");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes", "stream", "lines", "json"})
    void oneByteMoreIsRefusedHoweverItComesAndWhoeverReadsIt(String way) throws Exception {
        for (BodyPublisher body : new BodyPublisher[] {whole(LIMIT + 1), inChunks(LIMIT + 1)}) {
            HttpResponse<String> answer = send("/hooks/" + way, body);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body())
                    .contains("\"status\":413", "2097152 bytes", "\"instance\":\"/hooks/" + way + "\"");
        }
    }

    @Test
    void aPackedBodyIsRefusedBeforeAnybodyUnpacksIt() throws Exception {
        for (String path : new String[] {"/hooks/bytes", "/events", "/api/broken"}) {
            HttpResponse<String> answer = client.send(
                    request(path)
                            .header("Content-Encoding", "gzip")
                            .POST(whole(10))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("identity");
            assertThat(answer.body()).contains("Content-Encoding");
        }
        HttpResponse<String> plain = client.send(
                request("/hooks/bytes")
                        .header("Content-Encoding", "identity")
                        .POST(whole(10))
                        .build(),
                BodyHandlers.ofString());
        assertThat(plain.body()).isEqualTo("10");
    }

    @Test
    void aMistakeOfOursIsAProblemWithoutItsInsides() throws Exception {
        HttpResponse<String> answer = client.send(
                request("/api/broken")
                        .header("Authorization", "Bearer the-key")
                        .POST(whole(1))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"instance\":\"/api/broken\"").doesNotContain("secret");
    }

    @Test
    void anAddressThatNoFirewallLetsThroughIsAProblemForProgramsAndAPageForPeople() throws Exception {
        HttpResponse<String> program = get("/api/orders/a%3Bb");
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        HttpResponse<String> person = get("/orders;jsessionid=1");
        assertThat(person.statusCode()).isEqualTo(400);
        assertThat(person.body()).contains("<h1>That request could not be read</h1>");
    }

    @Test
    void theSessionsCookieIsNotForScriptsNorForOtherSites() throws Exception {
        String cookie = get("/login").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aPageThatFailsShowsNothingOfItsInside() throws Exception {
        HttpResponse<String> answer = client.send(
                request("/login").method("DELETE", BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>That did not go through</h1>").doesNotContain("Exception");
    }

    @Test
    void vendoredFilesAreKeptByBrowsersAndPagesAreNot() throws Exception {
        assertThat(get("/vendor/htmx-2.0.11/htmx.min.js").headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, immutable");
        assertThat(get("/login").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, BodyPublisher body) throws Exception {
        String type = path.endsWith("json") ? "application/json" : "application/octet-stream";
        return client.send(request(path).header("Content-Type", type).POST(body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static BodyPublisher whole(int length) {
        return BodyPublishers.ofByteArray(content(length));
    }

    private static BodyPublisher inChunks(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content(length)));
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        java.util.Arrays.fill(content, (byte) ' ');
        return content;
    }
}
