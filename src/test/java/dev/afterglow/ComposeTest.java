package dev.afterglow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** What stands in docker-compose.yml and around it, held against the app it wants to run. */
class ComposeTest {

    private static final Pattern HEALTH_REQUEST = Pattern.compile("/dev/tcp/127\\.0\\.0\\.1/(\\d+).*GET (\\S+) HTTP");
    private static final Pattern IN_BRACES = Pattern.compile("\\$\\{([A-Z_]+)}");

    private final Map<String, Object> compose = map(yaml("docker-compose.yml"));
    private final Map<String, Object> services = map(compose.get("services"));
    private final Map<String, Object> app = map(services.get("app"));
    private final String dockerfile = text("Dockerfile");
    private final EnumerablePropertySource<?> shipped = shipped();

    @Test
    void everyVariableOfTheAppIsAPropertyItReallyHas() {
        assertThat(map(app.get("environment")).keySet()).hasSizeGreaterThan(5).isSubsetOf(knownVariables());
    }

    @Test
    void theAppUsesTheEngineTheDatabaseAndTheMailServerBesideIt() {
        Map<String, Object> environment = map(app.get("environment"));

        assertThat(environment)
                .containsEntry("CAMUNDA_CLIENT_GRPC_ADDRESS", "http://camunda:26500")
                .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/afterglow")
                .containsEntry("SPRING_MAIL_HOST", "mailpit")
                .containsEntry("SPRING_MAIL_PORT", 1025);
        assertThat(environment.get("SPRING_DATASOURCE_PASSWORD"))
                .isEqualTo(map(service("postgres").get("environment")).get("POSTGRES_PASSWORD"));
    }

    @Test
    void secretsAreAskedForAndNeverWrittenDown() {
        assertThat(map(app.get("environment")))
                .allSatisfy((name, value) -> assertThat(isSecret(name) ? value.toString() : "${ok:?}")
                        .matches("\\$\\{\\w+:[?-].*}"));
        assertThat(text(".env")).doesNotContainPattern("(?i)(key|secret|password)=");
    }

    @Test
    void theHealthCheckAsksTheAppsOwnPortForItsReadiness() {
        String check = healthCheck("app");

        assertThat(check).containsPattern(HEALTH_REQUEST);
        MatchResult asked = HEALTH_REQUEST.matcher(check).results().findFirst().orElseThrow();
        assertThat(asked.group(1)).isEqualTo(port());
        assertThat(asked.group(2)).isEqualTo(actuator() + "/health/readiness");
        assertThat(shipped.getProperty("management.endpoint.health.probes.enabled"))
                .isEqualTo(true);
        assertThat(list(app.get("ports"))).contains("127.0.0.1:" + port() + ":" + port());
        assertThat(dockerfile).contains("EXPOSE " + port());
    }

    @Test
    void prometheusAsksWhereTheAppAnswersAndShowsItsKey() {
        Map<String, Object> job = map(list(map(yaml("ops/prometheus.yml")).get("scrape_configs")).stream()
                .filter(candidate -> "afterglow".equals(map(candidate).get("job_name")))
                .findFirst()
                .orElseThrow());

        assertThat(job).containsEntry("metrics_path", actuator() + "/prometheus");
        assertThat(list(map(list(job.get("static_configs")).getFirst()).get("targets")))
                .containsExactly("app:" + port());
        assertThat(exposed()).contains("health", "prometheus");
        assertThat(map(job.get("authorization"))).containsEntry("credentials_file", "/run/secrets/afterglow-api-key");
        assertThat(list(service("prometheus").get("secrets"))).contains("afterglow-api-key");
        assertThat(map(map(compose.get("secrets")).get("afterglow-api-key")))
                .containsEntry("environment", "AFTERGLOW_API_KEY");
    }

    @Test
    void everyTargetOfPrometheusIsAService() {
        List<Object> jobs = list(map(yaml("ops/prometheus.yml")).get("scrape_configs"));

        assertThat(jobs).hasSize(2).allSatisfy(job -> {
            Object target = list(map(list(map(job).get("static_configs")).getFirst())
                            .get("targets"))
                    .getFirst();
            assertThat(services).containsKey(target.toString().split(":", 2)[0]);
        });
    }

    @Test
    void everyServiceHasAHealthCheck() {
        assertThat(services)
                .hasSizeGreaterThan(5)
                .allSatisfy((name, service) -> assertThat(map(map(service).get("healthcheck")))
                        .as(name)
                        .containsKeys("test", "interval", "timeout", "retries"));
    }

    @Test
    void whoeverWaitsForAServiceWaitsForAHealthyOneThatExists() {
        services.forEach((name, service) -> map(map(service).getOrDefault("depends_on", Map.of()))
                .forEach((needed, how) -> {
                    assertThat(services).as(name).containsKey(needed);
                    assertThat(map(how)).as(name).containsEntry("condition", "service_healthy");
                }));
        assertThat(map(app.get("depends_on")).keySet()).contains("camunda", "postgres", "mailpit");
    }

    @Test
    void everyPublishedPortIsOnLoopbackAndNoneIsPublishedTwice() {
        List<String> ports = services.values().stream()
                .flatMap(service -> list(map(service).getOrDefault("ports", List.of())).stream())
                .map(Object::toString)
                .toList();

        assertThat(ports).hasSizeGreaterThan(5).allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+"));
        assertThat(ports.stream().map(port -> port.split(":", -1)[1])).doesNotHaveDuplicates();
    }

    @Test
    void everyVersionIsNamedOnceAndUsed() {
        Set<String> named = text(".env")
                .lines()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2)[0])
                .collect(Collectors.toSet());
        Set<String> used = IN_BRACES
                .matcher(text("docker-compose.yml"))
                .results()
                .map(found -> found.group(1))
                .filter(name -> name.endsWith("_VERSION"))
                .collect(Collectors.toSet());

        assertThat(used).isEqualTo(named).isNotEmpty();
        assertThat(text(".env")).containsPattern("CAMUNDA_VERSION=8\\.8\\.\\d+");
    }

    @Test
    void everyMountedVolumeIsNamedOrAFileOfThisRepository() {
        services.forEach((name, service) -> list(map(service).getOrDefault("volumes", List.of()))
                .forEach(volume -> {
                    String source = volume.toString().split(":", 2)[0];
                    assertThat(
                                    source.startsWith("./")
                                            ? Files.exists(Path.of(source))
                                            : map(compose.get("volumes")).containsKey(source))
                            .as(name + " mounts " + source)
                            .isTrue();
                }));
    }

    @Test
    void theJavaOfTheImageIsNotOlderThanTheCode() {
        int release = number("<maven.compiler.release>(\\d+)<", text("pom.xml"));

        assertThat(number("ARG JAVA_VERSION=(\\d+)", dockerfile)).isGreaterThanOrEqualTo(release);
        assertThat(number("JAVA_VERSION=(\\d+)", text(".env"))).isGreaterThanOrEqualTo(release);
        assertThat(dockerfile).contains("temurin-${JAVA_VERSION} AS build", "temurin:${JAVA_VERSION}-jre");
    }

    @Test
    void theImageHoldsTheAppAndNotTheEngine() {
        String image = dockerfile.substring(dockerfile.lastIndexOf("FROM "));

        assertThat(image.lines().filter(line -> line.startsWith("COPY") || line.startsWith("ADD")))
                .containsExactly("COPY --from=build /build/target/afterglow.jar afterglow.jar");
        assertThat(image)
                .doesNotContainIgnoringCase("zeebe")
                .contains("USER 10001")
                .contains("-Xmx512m");
        assertThat(dockerfile).contains("-Dlocal-broker.skip=true", "-DskipTests");
        assertThat(text(".dockerignore").lines().filter(line -> !line.startsWith("#")))
                .containsExactly("*", "!pom.xml", "!src/main", "!bpmn");
        assertThat(text("pom.xml"))
                .contains("<finalName>afterglow</finalName>")
                .contains("io.camunda:zeebe-workflow-engine:*:*:runtime");
    }

    @Test
    void theDashboardShowsOnlyMetricsTheAppHas() throws IOException {
        String dashboard = text("ops/grafana/dashboards/afterglow.json");
        Set<String> shown = Pattern.compile("afterglow_[a-z_]+")
                .matcher(dashboard)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(shown).hasSizeGreaterThanOrEqualTo(5).isSubsetOf(metersInTheCode());
        assertThat(new ObjectMapper().readTree(dashboard).path("panels"))
                .allSatisfy(
                        panel -> assertThat(panel.path("datasource").path("uid").asText())
                                .isEqualTo("prometheus"));
        assertThat(text("ops/grafana/datasources/prometheus.yml")).contains("uid: prometheus");
    }

    @Test
    void theOperatorsGuideExplainsEverySettingWithItsDefault() throws IOException {
        String guide = text("docs/guide/operator.md");

        JsonNode ours = new ObjectMapper()
                .readTree(Path.of("target/classes/META-INF/spring-configuration-metadata.json")
                        .toFile())
                .path("properties");
        assertThat(ours).hasSizeGreaterThan(20).allSatisfy(property -> {
            JsonNode value = property.path("defaultValue");
            assertThat(guide)
                    .contains("| `" + property.path("name").asText() + "` | "
                            + (value.isMissingNode() ? "" : "`" + value.asText() + "` |"));
        });
    }

    private static Set<String> metersInTheCode() throws IOException {
        Pattern meter = Pattern.compile("\"(afterglow\\.[a-z]+\\.[a-z]+|afterglow\\.messages)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> meter.matcher(text(file.toString())).results())
                    .map(found -> found.group(1).replace('.', '_'))
                    .flatMap(name -> Stream.of(name, name + "_total", name + "_seconds"))
                    .collect(Collectors.toSet());
        }
    }

    private Set<String> knownVariables() {
        Set<String> names = new HashSet<>(List.of(shipped.getPropertyNames()));
        try {
            for (URL url : Collections.list(
                    getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
                for (JsonNode property : new ObjectMapper().readTree(url).path("properties")) {
                    names.add(property.path("name").asText());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        assertThat(names).contains("afterglow.api-key", "spring.mail.host", "camunda.client.grpc-address");
        return names.stream().map(ComposeTest::variable).collect(Collectors.toSet());
    }

    private static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static boolean isSecret(String variable) {
        return variable.matches(".*(KEY|SECRET|PASSWORD)");
    }

    private String port() {
        assertThat(shipped.getProperty("management.server.port")).isNull();
        Object port = shipped.getProperty("server.port");
        return port == null ? "8080" : port.toString();
    }

    private String actuator() {
        Object path = shipped.getProperty("management.endpoints.web.base-path");
        return path == null ? "/actuator" : path.toString();
    }

    private List<String> exposed() {
        return List.of(String.valueOf(shipped.getProperty("management.endpoints.web.exposure.include"))
                .split(","));
    }

    private Map<String, Object> service(String name) {
        return map(services.get(name));
    }

    private String healthCheck(String service) {
        Object test = map(service(service).get("healthcheck")).get("test");
        return list(test).getLast().toString();
    }

    private static int number(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static EnumerablePropertySource<?> shipped() {
        try {
            return (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                    .load("app", new ClassPathResource("application.yaml"))
                    .getFirst();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object yaml(String file) {
        return new Yaml().load(text(file));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
