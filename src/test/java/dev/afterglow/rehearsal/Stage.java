package dev.afterglow.rehearsal;

import dev.afterglow.Application;
import dev.afterglow.journey.AdmissionRule;
import dev.afterglow.journey.Entry;
import dev.afterglow.journey.JourneyFolder;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.Banner;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/**
 * The whole app with an engine and a database of its own, all in memory, without a door to the outside: nothing leaves, no
 * settings of the installation are read, and time passes only when it is told to.
 */
final class Stage implements AutoCloseable {

    private static final String DATABASE = "jdbc:h2:mem:rehearsal-%d;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
            + "DEFAULT_NULL_ORDERING=HIGH;CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=10000";
    // why: counted, not timed, for a machine that was asleep in between must not look like a journey that hangs.
    private static final int MOST_LOOKS = 15_000;
    private static final Duration PATIENCE = Duration.ofMillis(5);
    // why: the engine takes up a step again only after the moment for which it was put off, not at it.
    private static final Duration AFTER = Duration.ofMillis(20);
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final Duration NUDGE = Duration.ofMillis(150);

    private final StillEngine engine;
    private final EngineLog log;
    private final StillClock clock;
    private final ConfigurableApplicationContext app;
    private final CamundaClient client;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private final OnlyTheirs onlyTheirs;

    private Stage(StillEngine engine, StillClock clock, ConfigurableApplicationContext app, OnlyTheirs onlyTheirs) {
        this.onlyTheirs = onlyTheirs;
        this.engine = engine;
        this.log = new EngineLog(engine);
        this.clock = clock;
        this.app = app;
        this.client = app.getBean(CamundaClient.class);
        this.jdbc = app.getBean(JdbcClient.class);
        this.web = MockMvcBuilders.webAppContextSetup((AnnotationConfigServletWebApplicationContext) app)
                .build();
    }

    /**
     * Prepares everything.
     *
     * @param room where the folders of journeys are
     * @param moment when it begins
     */
    static Stage in(Path room, Instant moment) {
        StillEngine engine = StillEngine.startedAt(moment);
        StillClock clock = new StillClock(moment);
        OnlyTheirs onlyTheirs = new OnlyTheirs();
        return new Stage(engine, clock, app(room, engine, clock, onlyTheirs), onlyTheirs);
    }

    private static ConfigurableApplicationContext app(
            Path room, StillEngine engine, StillClock clock, OnlyTheirs onlyTheirs) {
        SpringApplication app = new SpringApplication(Application.class);
        app.setBannerMode(Banner.Mode.OFF);
        app.setLogStartupInfo(false);
        app.setRegisterShutdownHook(false);
        app.setLazyInitialization(true);
        app.setEnvironment(new NothingFromOutside());
        app.setWebApplicationType(WebApplicationType.SERVLET);
        app.setApplicationContextFactory(type -> new WithoutServer());
        app.addInitializers(context -> prepare((GenericApplicationContext) context, clock, onlyTheirs));
        return app.run(
                "--spring.config.location=classpath:/application.yaml",
                "--afterglow.journey.folder=" + room,
                "--afterglow.journey.deploy=false",
                "--afterglow.local.enabled=false",
                "--afterglow.calendar.birthday.every=0s",
                "--afterglow.consent.double-opt-in=" + Reports.CONFIRMING_COUNTRY,
                "--afterglow.intake.oldest=36500d",
                "--camunda.client.grpc-address=" + engine.grpcAddress(),
                "--management.endpoint.health.validate-group-membership=false",
                "--spring.datasource.url=" + DATABASE.formatted(System.nanoTime()));
    }

    private static void prepare(GenericApplicationContext context, StillClock clock, OnlyTheirs onlyTheirs) {
        context.registerBean("stillClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
        context.getBeanFactory().registerSingleton("onlyTheirs", onlyTheirs);
        context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
        context.getBeanFactory().registerSingleton("workersAtOnce", (LazyInitializationExcludeFilter)
                (name, definition, type) -> type.getName().startsWith("dev.afterglow")
                        && type.getSimpleName().endsWith("Worker"));
    }

    /** Gives a journey to the engine. */
    void deploy(JourneyFolder folder) {
        DeployResourceCommandStep1 command = client.newDeployResourceCommand();
        DeployResourceCommandStep2 filled = null;
        for (Map.Entry<String, byte[]> file : folder.files().entrySet()) {
            if (file.getKey().matches(".*\\.(bpmn|dmn|form)")) {
                filled = (filled == null ? command : filled).addResourceBytes(file.getValue(), file.getKey());
            }
        }
        if (filled != null) {
            filled.send().join();
        }
    }

    /** Lets time pass. */
    void moveTo(Instant moment) {
        clock.moveTo(moment);
        engine.moveTo(engineTime(moment));
    }

    private static Instant engineTime(Instant moment) {
        return moment.plus(AFTER);
    }

    Instant now() {
        return clock.instant();
    }

    /** The next moment at which something happens by itself. */
    Optional<Instant> nextDue() {
        return log.nextDue();
    }

    /**
     * Waits until everything that happens at this moment has happened.
     *
     * @throws RehearsalStopped when it does not come to an end
     */
    void settle() {
        int looks = 0;
        long nudgeAt = System.nanoTime() + PATIENCE.toNanos();
        Instant nudged = engineTime(clock.instant());
        while (!restsFor(2)) {
            if (log.isLateAt(clock.instant()) && System.nanoTime() > nudgeAt) {
                // why: the engine looks at what is due a tenth of a second later at the earliest, and its clock stands
                // still.
                nudged = nudged.plus(NUDGE);
                engine.moveTo(nudged);
                nudgeAt = System.nanoTime() + PATIENCE.toNanos();
            }
            if (!log.incidents().isEmpty()) {
                throw RehearsalStopped.by(log.incidents().getFirst());
            }
            if (++looks > MOST_LOOKS) {
                throw RehearsalStopped.at(log.unfinished());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** True when nothing is under way, and nothing came up while that was asked so often. */
    private boolean restsFor(int rounds) {
        log.readOn();
        for (int round = 0; round < rounds; round++) {
            if (!log.restsAt(clock.instant()) || !nothingIsWaiting()) {
                return false;
            }
            await();
            if (log.readOn()) {
                return false;
            }
        }
        return true;
    }

    /** This customer enters these journeys and no others, whatever else is deployed. */
    void keep(String customer, Set<String> journeys) {
        onlyTheirs.journeys.put(customer, journeys);
    }

    MockMvc web() {
        return web;
    }

    <T> T room(Class<T> type) {
        return app.getBean(type);
    }

    @Override
    public void close() {
        app.close();
        engine.close();
    }

    /** Once this was answered, everything before it was done. */
    private void await() {
        client.newPublishMessageCommand()
                .messageName(EngineLog.BARRIER)
                .withoutCorrelationKey()
                .timeToLive(Duration.ZERO)
                .send()
                .join();
    }

    private boolean nothingIsWaiting() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single() == 0;
    }

    /** Keeps the people of one folder's examples out of the journeys of the others. */
    private static final class OnlyTheirs implements AdmissionRule {

        private final Map<String, Set<String>> journeys = new ConcurrentHashMap<>();

        @Override
        public Optional<String> objection(String journey, Entry entry) {
            Set<String> theirs = entry.customerId() == null ? null : journeys.get(entry.customerId());
            return theirs == null || theirs.contains(journey) ? Optional.empty() : Optional.of("not-rehearsed");
        }
    }

    /** No environment variables, no system properties: a rehearsal must not send real mail because a machine is set up to. */
    private static final class NothingFromOutside extends StandardEnvironment {

        @Override
        protected void customizePropertySources(MutablePropertySources sources) {}
    }

    private static final class WithoutServer extends AnnotationConfigServletWebApplicationContext {

        WithoutServer() {
            setServletContext(new MockServletContext());
        }
    }

    /** Keeps what belongs to tests out of the app, where both are on one class path. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            return reader.getResource().getDescription().contains("test-classes");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }
}
