package dev.afterglow.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import dev.afterglow.MovableClock;
import dev.afterglow.access.Guesses;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Topic;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.shop.ShopKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The sending part of the app as a process of its own, to be killed at any moment: the very beans of the app from
 * deciding to SMTP, on a real database, with this class in the engine's place. Like the engine it asks again for what
 * did not come to an end.
 */
public final class SendingProcess {

    private static final String LEFT = """
            select distinct business_key from messages
            where status in ('planned', 'deferred', 'reserved', 'handed-over') or (status = 'uncertain' and not_before is not null)
            """;

    private final ConfigurableApplicationContext app;
    private final JdbcClient jdbc;
    private final Customers customers;
    private final Consents consents;
    private final SendingMessage sending;
    private final MovableClock clock;

    private SendingProcess(ConfigurableApplicationContext app) {
        this.app = app;
        this.jdbc = app.getBean(JdbcClient.class);
        this.customers = app.getBean(Customers.class);
        this.consents = app.getBean(Consents.class);
        this.sending = app.getBean(SendingMessage.class);
        this.clock = app.getBean(MovableClock.class);
    }

    /**
     * Sends until it is killed, or with {@code drain} until nothing is left to be done.
     *
     * @param args settings of the app; how far its clock is ahead, in minutes, is read from the standard input
     */
    public static void main(String[] args) throws IOException {
        ConfigurableApplicationContext app = new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("spring.main.banner-mode=off", "logging.level.root=off")
                .run(args);
        System.out.println("ready");
        // why: the next sender starts while this one works; it opens the database when this one is dead.
        long minutes = Long.parseLong(new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine());
        SendingProcess process = new SendingProcess(app);
        process.clock.advance(Duration.ofMinutes(minutes));
        if (app.getEnvironment().containsProperty("drain")) {
            process.drain();
            app.close();
        } else {
            process.sendForEver();
        }
    }

    private void sendForEver() {
        left().forEach(this::send);
        for (long key = highest() + 1; ; key++) {
            send(String.valueOf(key));
        }
    }

    private void drain() {
        for (List<String> left = left(); !left.isEmpty(); left = left()) {
            left.forEach(this::send);
            clock.advance(Duration.ofMinutes(16));
        }
    }

    private void send(String key) {
        String email = "customer-" + key + "@example.com";
        String customer = customers
                .recognise(ShopKey.MAIN, new CustomerFacts(null, email, null, "Ada", null, "en", null))
                .orElseThrow();
        String template = Long.parseLong(key) % 2 == 0 ? "service" : "marketing";
        consents.record(
                customer, new Consent("email", Topic.OFFERS, Consent.State.GIVEN, "faults", null, null, Instant.EPOCH));
        SendRequest wish = new SendRequest(
                "Faults",
                null,
                key,
                "Send",
                "",
                template,
                List.of("email"),
                null,
                customer,
                clock.instant().plusSeconds(60));
        try {
            sending.send(wish);
        } catch (TransientFailure later) {
            // why: the engine would ask again; here that is the next round, or the next process.
        }
    }

    private List<String> left() {
        return jdbc.sql(LEFT).query(String.class).list();
    }

    private long highest() {
        return jdbc.sql("select coalesce(max(cast(business_key as bigint)), 0) from messages")
                .query(Long.class)
                .single();
    }

    /** The app without doors, engine and pages. Not marked as a configuration, or every test of the app would find it. */
    @EnableTransactionManagement
    @Import(Guesses.class)
    @ImportAutoConfiguration({
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        MailSenderAutoConfiguration.class
    })
    @ConfigurationPropertiesScan("dev.afterglow")
    @ComponentScan(
            basePackages = {
                "dev.afterglow.messaging",
                "dev.afterglow.customer",
                "dev.afterglow.order",
                "dev.afterglow.shop",
                "dev.afterglow.support"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*((?<!Shop)Configuration|WebhookSender|Sweeping|Test.*|IT.*)"))
    @ComponentScan(
            basePackages = "dev.afterglow.journey",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.journey\\.(JourneyFolders|Editions|EditionRows)"))
    static class Beans {

        @Bean
        DataSource database(@Value("${database}") String url) {
            HikariDataSource source = new HikariDataSource();
            source.setJdbcUrl(url);
            source.setMaximumPoolSize(12);
            return source;
        }

        @Bean
        JdbcTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
