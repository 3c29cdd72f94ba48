package dev.afterglow.journey.check;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;

/** The app with its settings and its rules, but without anything that runs: no engine, no database, no doors. */
final class RulesOnly {

    private RulesOnly() {}

    /**
     * Prepares it, for the folders below this one.
     *
     * @return to be closed
     */
    static ConfigurableApplicationContext of(Class<?> application, Path room) {
        SpringApplication app = new SpringApplication(application);
        app.setWebApplicationType(WebApplicationType.NONE);
        app.setBannerMode(Banner.Mode.OFF);
        app.setLazyInitialization(true);
        app.setLogStartupInfo(false);
        app.setRegisterShutdownHook(false);
        app.addInitializers(RulesOnly::asleep);
        return app.run(
                "--afterglow.journey.folder=" + room,
                "--afterglow.local.enabled=false",
                "--camunda.client.enabled=false",
                "--management.endpoint.health.validate-group-membership=false",
                "--spring.datasource.url=jdbc:h2:mem:check",
                "--spring.flyway.enabled=false",
                "--logging.level.root=ERROR");
    }

    // why: what is made only when it is asked for would be made to be started, or to be told that the app is there.
    private static void asleep(ConfigurableApplicationContext app) {
        app.getBeanFactory()
                .registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new NeverStarting());
        app.getBeanFactory()
                .registerSingleton(
                        AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME, new TellingNobody());
    }

    private static final class NeverStarting implements LifecycleProcessor {

        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    private static final class TellingNobody extends SimpleApplicationEventMulticaster {

        @Override
        public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType type) {}
    }
}
