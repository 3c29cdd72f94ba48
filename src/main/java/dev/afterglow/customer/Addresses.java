package dev.afterglow.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Brings addresses to the one form they are compared in. */
final class Addresses {

    private Addresses() {}

    static String normal(String channel, String address) {
        return switch (channel) {
            case "email" -> address.strip().toLowerCase(Locale.ROOT);
            case "sms", "whatsapp" -> phone(address, null);
            default -> address.strip();
        };
    }

    /** As E.164 where it is a possible number, else as it was told. A number without country code needs the region. */
    static String phone(String told, @Nullable String localeTag) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(told, region(localeTag));
            return numbers.isPossibleNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : told.strip();
        } catch (NumberParseException notOne) {
            return told.strip();
        }
    }

    private static @Nullable String region(@Nullable String localeTag) {
        String region = localeTag == null
                ? ""
                : Locale.forLanguageTag(localeTag.replace('_', '-')).getCountry();
        return region.isEmpty() ? null : region;
    }
}
