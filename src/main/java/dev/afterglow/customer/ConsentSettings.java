package dev.afterglow.customer;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a shop decided about consent. Countries are ISO 3166-1 codes of two letters.
 *
 * @param country whose law counts when a customer's country is not known
 * @param doubleOptIn countries where consent counts only when the owner of the address confirmed it
 * @param existingCustomers countries where the shop uses the rule for existing customers, having told them at the sale
 * @param surveysAsService countries where surveys and review asks go by the purpose their words state
 */
@ConfigurationProperties("afterglow.consent")
public record ConsentSettings(
        @Nullable String country,
        Set<String> doubleOptIn,
        Set<String> existingCustomers,
        Set<String> surveysAsService) {

    /** The strictest: nothing configured. */
    public static final ConsentSettings NONE = new ConsentSettings(null, Set.of(), Set.of(), Set.of());

    public ConsentSettings {
        doubleOptIn = countries(doubleOptIn);
        existingCustomers = countries(existingCustomers);
        surveysAsService = countries(surveysAsService);
    }

    /** What a yes from this country is worth before it was confirmed. */
    public Consent.State unconfirmed(@Nullable String of) {
        String counts = of == null ? country : of;
        return counts != null && doubleOptIn.contains(counts.toUpperCase(Locale.ROOT))
                ? Consent.State.PENDING
                : Consent.State.GIVEN;
    }

    private static Set<String> countries(@Nullable Set<String> told) {
        return told == null
                ? Set.of()
                : told.stream()
                        .map(code -> code.strip().toUpperCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
