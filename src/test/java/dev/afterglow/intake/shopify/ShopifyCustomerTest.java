package dev.afterglow.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Topic;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Told;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopifyCustomerTest {

    private static final ConsentSettings CONFIRMED_IN_GERMANY =
            new ConsentSettings(null, Set.of("DE"), Set.of(), Set.of());
    private static final String AT = "2026-05-03T10:00:00Z";

    @Test
    void anAccountTellsWhoSomebodyIsAndWhatTheyAllow() {
        Told told = Shopify.told("customers/update", """
                {"id": 706405506930370084, "email": "biller@example.com", "phone": null, "first_name": "Biller",
                 "last_name": null, "updated_at": "2026-05-03T11:00:00Z", "default_address": {"country_code": "CA"},
                 "email_marketing_consent": {"state": "subscribed", "opt_in_level": "single_opt_in",
                   "consent_updated_at": "%s"}}
                """.formatted(AT));

        assertThat(told.type()).isEqualTo("customer.updated");
        assertThat(told.subject()).isEqualTo("706405506930370084");
        assertThat(told.occurredAt()).isEqualTo(Instant.parse("2026-05-03T11:00:00Z"));
        assertThat(told.customer())
                .isEqualTo(new CustomerFacts(
                        "706405506930370084", "biller@example.com", null, "Biller", null, null, null));
        assertThat(consents(told)).hasSize(Topic.OF_MARKETING.size()).allSatisfy(consent -> {
            assertThat(consent.state()).isEqualTo(State.GIVEN);
            assertThat(consent.at()).isEqualTo(Instant.parse(AT));
            assertThat(consent.source()).isEqualTo("shopify:tests.myshopify.com");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "subscribed, consent.given, GIVEN",
        "unsubscribed, consent.withdrawn, WITHDRAWN",
        "pending, customer.updated, PENDING"
    })
    void whoChangesTheirMindAboutMailIsHeard(String state, String type, State kept) {
        Told told = mail(state, ConsentSettings.NONE);

        assertThat(told.type()).isEqualTo(type);
        assertThat(told.subject()).isEqualTo("706405506930370084");
        assertThat(told.customer().email()).isEqualTo("bob@example.com");
        assertThat(told.occurredAt()).isEqualTo(Instant.parse(AT));
        assertThat(consents(told)).allSatisfy(consent -> {
            assertThat(consent.channel()).isEqualTo("email");
            assertThat(consent.state()).isEqualTo(kept);
        });
    }

    @Test
    void aMailThatWasNeverWantedIsNoNo() {
        assertThat(mail("not_subscribed", ConsentSettings.NONE).facts()).isEmpty();
    }

    @Test
    void whereItIsNotToldWhereSomebodyLivesTheStrictestRuleCounts() {
        assertThat(consents(mail("subscribed", CONFIRMED_IN_GERMANY)))
                .extracting(Consent::state)
                .containsOnly(State.PENDING);
    }

    @Test
    void theOtherTopicIsAboutTextMessagesAndNamesTheAccountDifferently() {
        Told told = Shopify.told("customers_marketing_consent/update", """
                {"id": 706405506930370084, "phone": "+15145550100", "sms_marketing_consent": {"state": "subscribed",
                 "opt_in_level": null, "consent_updated_at": "%s", "consent_collected_from": "other"}}
                """.formatted(AT));

        assertThat(told.type()).isEqualTo("consent.given");
        assertThat(told.customer().phone()).isEqualTo("+15145550100");
        assertThat(consents(told)).extracting(Consent::channel).containsOnly("sms");
    }

    @Test
    void whatSaysNoTimeWasSaidWhenItHappened() {
        Told told = Shopify.told("customers_email_marketing_consent/update", """
                {"customer_id": 1, "email_address": "", "email_marketing_consent": {"state": "unsubscribed",
                 "opt_in_level": null, "consent_updated_at": null}}
                """);
        assertThat(told.customer().email()).isNull();
        assertThat(consents(told)).isNotEmpty().extracting(Consent::at).containsOnly(Shopify.NOW);
    }

    private static Told mail(String state, ConsentSettings settings) {
        return Shopify.told("customers_email_marketing_consent/update", """
                {"customer_id": 706405506930370084, "email_address": "bob@example.com",
                 "email_marketing_consent": {"state": "%s", "opt_in_level": "single_opt_in", "consent_updated_at": "%s"}}
                """.formatted(state, AT), settings)
                .orElseThrow();
    }

    private static List<Consent> consents(Told told) {
        return told.facts().stream().map(fact -> ((Fact.Said) fact).consent()).toList();
    }
}
