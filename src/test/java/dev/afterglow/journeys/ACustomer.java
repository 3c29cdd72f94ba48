package dev.afterglow.journeys;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer in a test. */
record ACustomer(
        String name,
        String locale,
        boolean hasEmail,
        @Nullable String phone) {

    static ACustomer called(String name) {
        return new ACustomer(name, "en", true, null);
    }

    ACustomer whoReads(String language) {
        return new ACustomer(name, language, hasEmail, phone);
    }

    ACustomer withoutEmail() {
        return new ACustomer(name, locale, false, phone);
    }

    ACustomer withPhone(String number) {
        return new ACustomer(name, locale, hasEmail, number);
    }

    String email(String salt) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + "." + salt + "@example.com";
    }

    Map<String, Object> facts(String salt) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", salt + "-" + name.hashCode());
        facts.put("firstName", name);
        facts.put("locale", locale);
        if (hasEmail) {
            facts.put("email", email(salt));
        }
        if (phone != null) {
            facts.put("phone", phone);
        }
        return facts;
    }
}
