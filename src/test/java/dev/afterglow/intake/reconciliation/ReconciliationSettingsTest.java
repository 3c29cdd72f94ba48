package dev.afterglow.intake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ReconciliationSettingsTest {

    private static final String PREFIX = "AFTERGLOW_INTAKE_RECONCILIATION_ACCOUNTS_BLUE_";
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private static ReconciliationSettings of(Map<String, String> variables) {
        Map<String, Object> all = variables.entrySet().stream()
                .collect(Collectors.toMap(one -> PREFIX + one.getKey(), Map.Entry::getValue));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", all));
        return new Binder(ConfigurationPropertySources.get(environment))
                .bindOrCreate("afterglow.intake.reconciliation", ReconciliationSettings.class);
    }

    private static Set<String> wrong(Map<String, String> variables) {
        return VALIDATOR.validate(of(variables)).stream()
                .map(violation -> violation.getMessage())
                .collect(Collectors.toSet());
    }

    @Test
    void aShopIsNamedInEnvironmentVariables() {
        Map<String, String> variables = Map.of(
                "KIND", "shopify", "BASEURL", "https://Blue.myshopify.com/", "ACCESSTOKEN", "shpat_1", "EVERY", "5m");

        Account account = of(variables).accounts().get("blue");

        assertThat(account.shopifyDomain()).isEqualTo("blue.myshopify.com");
        assertThat(account.address("/admin")).hasToString("https://Blue.myshopify.com/admin");
        assertThat(account.every()).isEqualTo(Duration.ofMinutes(5));
        assertThat(account.lookBack()).isEqualTo(Duration.ofHours(2));
        assertThat(wrong(variables)).isEmpty();
    }

    @Test
    void nobodyIsAskedUnlessSomebodyIsNamed() {
        assertThat(of(Map.of()).accounts()).isEmpty();
    }

    @Test
    void secretsAreNeverWrittenOut() {
        ReconciliationSettings settings = of(Map.of(
                "KIND", "woocommerce",
                "BASEURL", "https://blue.example",
                "CONSUMERKEY", "ck_hidden",
                "CONSUMERSECRET", "cs_hidden"));

        assertThat(settings.accounts().get("blue").consumerSecret()).isEqualTo("cs_hidden");
        assertThat(settings.toString()).contains("https://blue.example").doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://blue.example",
                "http://127.0.0.1.example",
                "ftp://blue.example",
                "https://user:word@blue.example",
                "https://blue.example?a=b",
                "blue.example"
            })
    void aTokenGoesNowhereUnsafe(String url) {
        assertThat(wrong(Map.of("KIND", "shopify", "BASEURL", url, "ACCESSTOKEN", "shpat_1")))
                .containsExactly("base-url must begin with https:// and hold neither query nor password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopify", "woocommerce"})
    void aShopWithoutATokenIsNotAsked(String kind) {
        assertThat(wrong(Map.of("KIND", kind, "BASEURL", "https://blue.example", "CONSUMERKEY", "ck")))
                .containsExactly("shopify needs access-token; woocommerce needs consumer-key and consumer-secret");
    }
}
