package dev.afterglow.customer;

import org.jspecify.annotations.Nullable;

/**
 * What a sender told us about a person; what it did not tell is null and changes nothing.
 *
 * @param shopId the shop's own id of the account, null for a guest
 */
public record CustomerFacts(
        @Nullable String shopId,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String locale,
        @Nullable String timeZone) {

    /** The same person under another id of the account. */
    public CustomerFacts called(String otherId) {
        return new CustomerFacts(otherId, email, phone, firstName, lastName, locale, timeZone);
    }

    /** True when nothing here tells one person from another. */
    public boolean isAnonymous() {
        return shopId == null && email == null;
    }
}
