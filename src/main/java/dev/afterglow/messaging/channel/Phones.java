package dev.afterglow.messaging.channel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phone numbers as networks know them (E.164), whatever way people write them. */
final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /**
     * The number in E.164, such as {@code +4930123456}; empty when it is none.
     *
     * @param regions countries (ISO 3166) it may be a national number of, likeliest first; empty ones are passed over
     */
    static Optional<String> e164(String text, @Nullable String... regions) {
        return Stream.concat(Stream.of(regions), Stream.of("ZZ"))
                .filter(region -> region != null && !region.isEmpty())
                .flatMap(region -> number(text, region.toUpperCase(Locale.ROOT)).stream())
                .findFirst();
    }

    // why: with the country's code in front a number is taken if it may exist; without, only if such numbers are given
    // out there.
    private static Optional<String> number(String text, String region) {
        try {
            PhoneNumber number = NUMBERS.parse(text, region);
            boolean international = text.strip().startsWith("+");
            boolean good = international ? NUMBERS.isPossibleNumber(number) : NUMBERS.isValidNumber(number);
            return good ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
