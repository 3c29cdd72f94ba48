package dev.afterglow.local;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.BootstrapContextClosedEvent;
import org.springframework.boot.ConfigurableBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Decides whether this is a local run, and if it is, takes the data folder and fills in what nobody configured. */
final class LocalMode implements EnvironmentPostProcessor, Ordered {

    static final String ACTIVE = "afterglow.local.active";

    /** The property source of what was filled in; a value found here was not configured by anybody. */
    static final String FILLED_IN = "local run";

    private static final String GRPC_ADDRESS = "camunda.client.grpc-address";
    private static final String DATA_DIR = "afterglow.data-dir";
    private static final String REST_ADDRESS = "camunda.client.rest-address";

    private final ConfigurableBootstrapContext bootstrap;

    LocalMode(ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        DataFolder folder = DataFolder.of(environment);
        // why: H2 refuses a path that is relative to where the app was started.
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "afterglow data folder", Map.of(DATA_DIR, folder.path().toString())));
        if (!isLocalRun(environment)) {
            return;
        }
        FolderLock lock = FolderLock.take(folder);
        try {
            fillIn(environment, folder);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        bootstrap.addCloseListener(event -> closeWithContext(event, lock));
    }

    static boolean isLocalRun(ConfigurableEnvironment environment) {
        return environment.getProperty("afterglow.local.enabled", Boolean.class, true)
                && !isConfigured(environment, GRPC_ADDRESS)
                && !isConfigured(environment, "camunda.client.cloud.cluster-id")
                && !"saas".equalsIgnoreCase(environment.getProperty("camunda.client.mode"));
    }

    private static void fillIn(ConfigurableEnvironment environment, DataFolder folder) {
        Map<String, Object> values = new HashMap<>();
        values.put(ACTIVE, "true");
        Map<String, Integer> ports = chosenPorts(environment);
        ports.forEach(values::put);
        values.put(GRPC_ADDRESS, "http://127.0.0.1:" + ports.get(LocalSettings.GATEWAY_PORT));
        values.put(REST_ADDRESS, "http://127.0.0.1:" + ports.get(LocalSettings.REST_PORT));
        values.putAll(new Secrets(folder.secrets()).of(missingSecrets(environment)));
        add(environment, values);
    }

    private static Map<String, Integer> chosenPorts(ConfigurableEnvironment environment) {
        LocalSettings settings = Binder.get(environment).bindOrCreate("afterglow.local", LocalSettings.class);
        Map<String, Integer> numbers = new HashMap<>();
        try {
            List<BrokerPort> ports = BrokerPort.withoutZeros(settings.ports());
            ports.forEach(port -> numbers.put(port.property(), port.number()));
            return numbers;
        } catch (IOException e) {
            throw new LocalRunFailure(
                    "No free port was found for the local broker: " + e,
                    "Choose ports other than 0 with afterglow.local.*-port.",
                    e);
        }
    }

    private static Set<String> missingSecrets(ConfigurableEnvironment environment) {
        Set<String> missing = new LinkedHashSet<>(Secrets.ALL);
        missing.removeIf(name -> isConfigured(environment, name));
        return missing;
    }

    private static void add(ConfigurableEnvironment environment, Map<String, Object> values) {
        Map<String, Object> overriding = new HashMap<>(values);
        // why: a blank value or a port of 0 is somewhere above and would hide what was chosen in its place.
        overriding.keySet().removeIf(name -> !isUnset(environment, name));
        environment.getPropertySources().addLast(new MapPropertySource(FILLED_IN, values));
        if (!overriding.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource(FILLED_IN + " chosen", overriding));
        }
    }

    private static boolean isUnset(ConfigurableEnvironment environment, String name) {
        String value = environment.getProperty(name);
        return value != null && (value.isBlank() || value.strip().equals("0"));
    }

    private static boolean isConfigured(ConfigurableEnvironment environment, String name) {
        return StringUtils.hasText(environment.getProperty(name));
    }

    // why: registered before any bean, so closed after all of them; the database is closed by then.
    private static void closeWithContext(BootstrapContextClosedEvent event, FolderLock lock) {
        DefaultListableBeanFactory beans =
                (DefaultListableBeanFactory) event.getApplicationContext().getBeanFactory();
        beans.registerDisposableBean("dataFolderLock", lock::close);
    }
}
