package dev.afterglow.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.Topic;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.order.Order;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyConsentTest {

    private static final ConsentSettings CONFIRMED_IN_GERMANY =
            new ConsentSettings(null, Set.of("DE"), Set.of(), Set.of());

    @Test
    void theBoxAtTheCheckoutIsAYesToAllMarketingByMail() {
        List<Consent> said = said("\"buyer_accepts_marketing\": true", ConsentSettings.NONE);

        assertThat(said).extracting(Consent::topic).containsExactlyInAnyOrderElementsOf(Topic.OF_MARKETING);
        assertThat(said).allSatisfy(consent -> {
            assertThat(consent.channel()).isEqualTo("email");
            assertThat(consent.state()).isEqualTo(State.GIVEN);
            assertThat(consent.source()).isEqualTo("shopify:a.example");
            assertThat(consent.wording()).isEqualTo("buyer_accepts_marketing");
            assertThat(consent.at()).isEqualTo(Instant.parse("2026-05-10T09:00:00Z"));
        });
    }

    @Test
    void anEmptyBoxIsNoNo() {
        assertThat(said("\"buyer_accepts_marketing\": false", ConsentSettings.NONE))
                .isEmpty();
        assertThat(said("\"note\": null", ConsentSettings.NONE)).isEmpty();
    }

    @Test
    void whereTheOwnerMustConfirmAYesIsPendingUnlessItWasConfirmed() {
        assertThat(said("\"buyer_accepts_marketing\": true", CONFIRMED_IN_GERMANY))
                .extracting(Consent::state)
                .containsOnly(State.PENDING);
        assertThat(account("email", "subscribed", "confirmed_opt_in"))
                .extracting(Consent::state)
                .containsOnly(State.GIVEN);
        assertThat(account("email", "subscribed", "single_opt_in"))
                .extracting(Consent::state)
                .containsOnly(State.PENDING);
    }

    @Test
    void theAccountsOwnWordHasItsOwnTime() {
        assertThat(account("sms", "unsubscribed", "single_opt_in")).hasSize(4).allSatisfy(consent -> {
            assertThat(consent.channel()).isEqualTo("sms");
            assertThat(consent.state()).isEqualTo(State.WITHDRAWN);
            assertThat(consent.at()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_subscribed", "redacted", "invalid", "something new"})
    void whatIsNeitherYesNorNoIsNotKept(String state) {
        assertThat(account("email", state, "single_opt_in")).isEmpty();
    }

    @Test
    void theAccountsWordCountsBeforeTheBox() {
        assertThat(said(
                        "\"buyer_accepts_marketing\": true, \"customer\": {\"id\": 1, "
                                + "\"email_marketing_consent\": {\"state\": \"not_subscribed\"}}",
                        ConsentSettings.NONE))
                .isEmpty();
    }

    private static List<Consent> account(String channel, String state, String level) {
        return said(
                "\"customer\": {\"id\": 1, \"%s_marketing_consent\": {\"state\": \"%s\", \"opt_in_level\": \"%s\", \"consent_updated_at\": \"2026-01-02T03:04:05Z\"}}"
                        .formatted(channel, state, level),
                CONFIRMED_IN_GERMANY);
    }

    private static List<Consent> said(String rest, ConsentSettings settings) {
        String body = "{\"id\": 1, \"email\": \"ada@example.com\", \"created_at\": \"2026-05-10T09:00:00Z\","
                + " \"shipping_address\": {\"country_code\": \"DE\"}, " + rest + "}";
        Field field = Field.root(Json.read(body.getBytes(StandardCharsets.UTF_8)));
        Order order = ShopifyOrder.order(field, "shopify:a.example", "order.paid");
        return ShopifyConsent.said(field, order, settings).stream()
                .map(fact -> ((Fact.Said) fact).consent())
                .toList();
    }
}
