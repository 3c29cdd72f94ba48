package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.AppTest;
import dev.afterglow.intake.Doors.Door;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies that mean harm, signed as they should be, at every door: each is refused with its reason, and nothing of it is kept. */
class HostileBodiesTest extends AppTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ROWS = Stream.of(
                    "events",
                    "orders",
                    "customers",
                    "consents",
                    "shipments",
                    "parcels",
                    "scans",
                    "promises",
                    "refunds",
                    "provider_events",
                    "waiting_reports",
                    "parcel_names",
                    "order_lines",
                    "suppressions")
            .map(table -> "(select count(*) from " + table + ")")
            .reduce((one, other) -> one + " + " + other)
            .map(sum -> "select " + sum)
            .orElseThrow();

    private static final int EACH = 3;
    private static final List<String> EXTREMES = List.of(
            "1e999999999",
            "-1e2147483647",
            "1e-2147483648",
            "123456789012345678901234567890",
            "\"" + "x".repeat(100_000) + "\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\\u0007%s%n${jndi:x}' or 1=1 --\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59.999999999-18:00\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Door door : doors()) {
            long before = rows();
            for (Map.Entry<String, byte[]> body : notJson(door.report()).entrySet()) {
                HttpResponse<String> answer = post(door, door.type(), body.getValue());
                if (!isRefused(answer)) {
                    wrong.add(told(door, body.getKey(), answer));
                }
            }
            assertThat(rows()).as("rows after %s", door).isEqualTo(before);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aValueOfAnotherTypeIsRefusedByItsPointer() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Door door : doors()) {
            JsonNode report = MAPPER.readTree(door.report());
            for (String pointer : pointers(report)) {
                for (String other : ofOtherTypes(report.at(pointer))) {
                    long before = rows();
                    HttpResponse<String> answer =
                            post(door, door.type(), bytes(Changing.at(report, pointer, MAPPER.readTree(other))));
                    if (!isRightAbout(door, pointer, answer) || (answer.statusCode() >= 300 && rows() != before)) {
                        wrong.add(told(door, pointer + " = " + other, answer));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isRightAbout(Door door, String pointer, HttpResponse<String> answer) throws Exception {
        if (answer.statusCode() < 300) {
            return pointer.matches(door.unread());
        }
        return isRefused(answer) && (answer.statusCode() == 401 || answer.body().contains(lastNameOf(pointer)));
    }

    @Test
    void extremeTextsAndNumbersDoNoHarm() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Door door : doors()) {
            JsonNode report = MAPPER.readTree(door.report());
            List<String> pointers = pointers(report);
            for (int i = 0; i < EACH * pointers.size(); i++) {
                String pointer = pointers.get(i / EACH);
                String extreme = EXTREMES.get(i % EXTREMES.size());
                String body = Changing.at(report, pointer, "@@").replace("\"@@\"", extreme);
                HttpResponse<String> answer = post(door, door.type(), bytes(body));
                if (answer.statusCode() >= 300 && !isRefused(answer)) {
                    wrong.add(told(
                            door, pointer + " = " + extreme.substring(0, Math.min(40, extreme.length())), answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Door door : doors()) {
            for (String type :
                    List.of("text/plain", "application/xml", "multipart/form-data; boundary=x", "nonsense")) {
                HttpResponse<String> answer = post(door, type, bytes(door.report()));
                HttpResponse<String> nothing = post(door, type, new byte[0]);
                if (!isRefused(answer) || !isRefused(nothing)) {
                    wrong.add(told(door, type, isRefused(answer) ? nothing : answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aBodyWithoutEndIsNotReadToTheEnd() throws Exception {
        for (Door door : doors()) {
            assertThat(Endless.send(URI.create(url(door.path())), door.type()))
                    .as(door.name())
                    .isLessThan(16_000_000L);
        }
    }

    @Test
    void aPackedBodyIsNotUnpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream bomb = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 100; i++) {
                bomb.write(new byte[1_000_000]);
            }
        }
        for (Door door : doors()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(door.path())))
                    .header("Content-Type", door.type())
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(packed.toByteArray()));
            door.headers().apply(packed.toByteArray()).forEach(request::header);
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(door.name()).isEqualTo(415);
            assertThat(isRefused(answer)).isTrue();
        }
    }

    @Test
    void hostileBodiesLeaveNothingInMemory() throws Exception {
        List<byte[]> bodies = List.of(
                bytes("[".repeat(2_000_000)),
                bytes("{\"id\": " + "9".repeat(2_000_000) + "}"),
                bytes("{\"a\": \"" + "x".repeat(2_000_000) + "\"}"));
        long before = used();
        for (int i = 0; i < 2; i++) {
            for (Door door : doors()) {
                for (byte[] body : bodies) {
                    assertThat(isRefused(post(door, door.type(), body)))
                            .as(door.name())
                            .isTrue();
                }
            }
        }
        assertThat(used() - before).as("168 MB went in").isLessThan(48_000_000L);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String told(Door door, String what, HttpResponse<String> answer) {
        return "%s: %s is answered %d %s".formatted(door, what, answer.statusCode(), answer.body());
    }

    private static Map<String, byte[]> notJson(String report) {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (int part = 1; part < 16; part++) {
            bodies.put("cut at " + part + "/16", bytes(report.substring(0, report.length() * part / 16)));
        }
        bodies.put("empty", new byte[0]);
        bodies.put("blank", bytes("  \n"));
        bodies.put("null", bytes("null"));
        bodies.put("a number", bytes("7"));
        bodies.put("a text", bytes("\"x\""));
        bodies.put("two documents", bytes(report + report));
        bodies.put("deep arrays", bytes("[".repeat(10_000) + "]".repeat(10_000)));
        bodies.put("deep objects", bytes("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)));
        bodies.put("a million digits", bytes("{\"id\": " + "9".repeat(1_000_000) + "}"));
        bodies.put("not a number", bytes("{\"id\": NaN}"));
        bodies.put("the same name twice", bytes(report.replaceFirst("\\{", "{\"id\": \"a\", \"id\": \"b\", ")));
        bodies.put("a comment", bytes("/* */" + report));
        bodies.put("a comma too many", bytes(report.strip().replaceAll("(?s)(.)$", ",$1")));
        bodies.put("UTF-16", report.getBytes(StandardCharsets.UTF_16LE));
        bodies.put("UTF-32", report.getBytes(Charset.forName("UTF-32BE")));
        bodies.put("Latin 1", report.replaceFirst("\":", "\u00e9\":").getBytes(StandardCharsets.ISO_8859_1));
        bodies.put("a letter written too long", broken(report, 0xC0, 0xAF));
        bodies.put("half a pair", broken(report, 0xED, 0xA0, 0x80));
        return bodies;
    }

    private static byte[] broken(String report, int... letter) {
        byte[] body = report.replaceFirst("\":", "@@@\":").getBytes(StandardCharsets.ISO_8859_1);
        int at = new String(body, StandardCharsets.ISO_8859_1).indexOf("@@@");
        for (int i = 0; i < letter.length; i++) {
            body[at + i] = (byte) letter[i];
        }
        return body;
    }

    private static List<String> ofOtherTypes(JsonNode node) {
        if (node.isObject()) {
            return List.of("\"x\"", "7", "true", "[1]");
        }
        if (node.isArray()) {
            return List.of("\"x\"", "7", "true", "{\"a\": 1}");
        }
        if (node.isBoolean()) {
            return List.of("\"yes\"", "7", "[1]", "{\"a\": 1}");
        }
        return List.of("true", "[1]", "{\"a\": 1}", node.isNumber() ? "\"x y\"" : "7");
    }

    private static List<String> pointers(JsonNode node) {
        List<String> pointers = new ArrayList<>();
        collect("", node, pointers);
        return pointers;
    }

    private static void collect(String pointer, JsonNode node, List<String> into) {
        if (!pointer.isEmpty()) {
            into.add(pointer);
        }
        node.fieldNames().forEachRemaining(name -> collect(pointer + "/" + name, node.get(name), into));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(pointer + "/" + i, node.get(i), into);
        }
    }

    private static String lastNameOf(String pointer) {
        return pointer.replaceAll("(/\\d+)+$", "").replaceAll(".*/", "");
    }

    private static boolean isRefused(HttpResponse<String> answer) throws Exception {
        return answer.statusCode() >= 400
                && answer.statusCode() < 500
                && answer.headers().firstValue("Content-Type").orElse("").equals("application/problem+json")
                && !MAPPER.readTree(answer.body()).path("detail").asText().isBlank();
    }

    private List<Door> doors() {
        return Doors.all(SHOPIFY_SECRET, PROVIDER_SECRET, API_KEY, clock().instant());
    }

    private long rows() {
        return jdbc.sql(ROWS).query(Long.class).single();
    }

    private HttpResponse<String> post(Door door, String type, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(door.path())))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        door.headers().apply(body).forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
