package dev.afterglow;

import static org.awaitility.Awaitility.await;

import dev.afterglow.intake.medusa.Medusa;
import dev.afterglow.journey.JourneyRoom;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole app, with an engine in memory and clocks moved by hand; all tests of a JVM share one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "afterglow.local.enabled=false",
            "afterglow.journey.folder=" + TestJourneys.FOLDER,
            "afterglow.journey.watch-every=1s",
            "afterglow.api-key=" + AppTest.API_KEY,
            "afterglow.history.folder=target/imports",
            "afterglow.intake.shopify.secret=" + AppTest.SHOPIFY_SECRET,
            "afterglow.intake.shopify.accounts.blue.domain=blue.myshopify.com",
            "afterglow.intake.shopify.accounts.blue.secrets=before," + AppTest.SHOPIFY_SECRET,
            "afterglow.intake.shopify.accounts.blue.shop=blue",
            "afterglow.intake.woocommerce.secret=" + AppTest.SHOPIFY_SECRET,
            "afterglow.intake.woocommerce.accounts.blue.secrets=before," + AppTest.SHOPIFY_SECRET,
            "afterglow.intake.woocommerce.accounts.blue.shop=blue",
            "afterglow.intake.aftership.secret=" + AppTest.PROVIDER_SECRET,
            "afterglow.intake.aftership.accounts.blue.secrets=" + AppTest.PROVIDER_SECRET,
            "afterglow.intake.aftership.accounts.blue.shop=blue",
            "afterglow.intake.aftership.accounts.blue.names-orders=true",
            "afterglow.intake.easypost.secret=" + AppTest.PROVIDER_SECRET,
            "afterglow.intake.shippo.secret=" + AppTest.PROVIDER_SECRET,
            "afterglow.intake.medusa.secret=" + AppTest.SHOPIFY_SECRET,
            "afterglow.intake.medusa.api-token=sk_tests",
            "afterglow.intake.medusa.deadline=2s",
            "afterglow.intake.mailgun.signing-key=" + AppTest.PROVIDER_SECRET,
            "afterglow.intake.postmark.password=" + AppTest.PROVIDER_SECRET,
            "afterglow.intake.twilio.auth-token=" + AppTest.PROVIDER_SECRET,
            "afterglow.intake.twilio.base-url=https://shop.example",
            "afterglow.intake.whatsapp.app-secret=" + AppTest.PROVIDER_SECRET,
            "afterglow.intake.whatsapp.verify-token=" + AppTest.PROVIDER_SECRET,
            "afterglow.shop.name=Beans & Co",
            "afterglow.shop.policy-url=https://beans.example/returns",
            "afterglow.shop.order-url=https://beans.example/orders/{id}",
            // why: the days in the reports of tests are fixed, and the clock runs on for years.
            "afterglow.intake.oldest=36500d",
            "afterglow.shops.blue.name=Blue",
            "afterglow.shops.blue.url=https://blue.example",
            "afterglow.shops.blue.from=Blue <hi@blue.example>",
            "afterglow.shops.blue.locale=de",
            "server.address=127.0.0.1",
            "spring.datasource.url=jdbc:h2:mem:app;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH;CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=10000"
        })
@Import(AppTest.MovedByHand.class)
public abstract class AppTest {

    /** The key programs use in tests. */
    protected static final String API_KEY = "key-for-tests";

    /** The secret the shop signs with in tests. */
    protected static final String SHOPIFY_SECRET = "secret-for-tests";

    /** What providers sign or sign in with in tests. */
    protected static final String PROVIDER_SECRET = "provider-secret-for-tests";

    private static final Duration LONGEST_FIRST_DEPLOYMENT = Duration.ofMinutes(2);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext app;

    @Autowired
    private MovableClock clock;

    @TestConfiguration
    static class MovedByHand {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @DynamicPropertySource
    static void engineInMemory(DynamicPropertyRegistry properties) {
        TestJourneys.copy();
        properties.add("camunda.client.grpc-address", InMemoryEngine.INSTANCE::grpcAddress);
        properties.add("afterglow.intake.medusa.base-url", Medusa.SHARED::url);
    }

    @BeforeEach
    void theJourneysAreDeployedAndAppAndEngineHaveOneTime() {
        // why: all diagrams at once keep a busy machine for longer than any step a test waits for.
        await().atMost(LONGEST_FIRST_DEPLOYMENT).until(() -> JourneyRoom.isDeployed(app));
        InMemoryEngine.INSTANCE.catchUp(clock.offset());
    }

    /** Where the app listens. */
    protected String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The app's clock. */
    protected MovableClock clock() {
        return clock;
    }
}
