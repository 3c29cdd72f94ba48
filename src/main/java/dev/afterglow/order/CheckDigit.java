package dev.afterglow.order;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The check digits of tracking numbers: a number that fails its own is a typing error. Numbers of carriers and shapes that
 * are not known here never fail. Sources: UPU, "S10 Identification of postal items"; GS1, "Check digit"; the carriers' label guides.
 */
public final class CheckDigit {

    private static final Pattern S10 = Pattern.compile("[A-Z]{2}\\d{9}[A-Z]{2}");
    private static final Pattern UPS = Pattern.compile("1Z[A-Z0-9]{15}\\d");
    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
    private static final int[] FEDEX_WEIGHTS = {3, 1, 7};

    private CheckDigit() {}

    /**
     * Whether this is most likely a typing error.
     *
     * @param carrier as somebody names it; some shapes need none
     */
    public static boolean fails(@Nullable String carrier, ParcelName.Numbered named) {
        String number = named.number();
        if (S10.matcher(number).matches()) {
            return !s10(number);
        }
        if (UPS.matcher(number).matches()) {
            return !ups(number);
        }
        String name = carrier == null ? "" : carrier.toLowerCase(Locale.ROOT);
        return number.matches("\\d+") && failsAsDigits(name, number);
    }

    private static boolean failsAsDigits(String carrier, String digits) {
        int length = digits.length();
        if (carrier.contains("fedex")) {
            return (length == 12 && !fedexExpress(digits)) || (length == 15 && !gs1(digits));
        }
        if (carrier.contains("usps")) {
            return ((length == 20 || length == 22) && !gs1(digits)) || (length == 30 && !gs1(digits.substring(8)));
        }
        if (carrier.contains("dhl")) {
            return (length == 10 && !dhlExpress(digits)) || (length == 20 && digits.startsWith("00") && !gs1(digits));
        }
        return false;
    }

    private static boolean s10(String number) {
        int sum = 0;
        for (int i = 0; i < S10_WEIGHTS.length; i++) {
            sum += S10_WEIGHTS[i] * digit(number, i + 2);
        }
        int check = 11 - sum % 11;
        return digit(number, 10) == (check == 10 ? 0 : check == 11 ? 5 : check);
    }

    private static boolean ups(String number) {
        int sum = 0;
        for (int i = 2; i < 17; i++) {
            char c = number.charAt(i);
            // why: UPS counts letters as if they came after the digits 0 to 9, beginning with 2 for A.
            int value = Character.isDigit(c) ? c - '0' : (c - '?') % 10;
            sum += i % 2 == 0 ? value : 2 * value;
        }
        return digit(number, 17) == (10 - sum % 10) % 10;
    }

    private static boolean fedexExpress(String digits) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += FEDEX_WEIGHTS[i % 3] * digit(digits, i);
        }
        return digit(digits, 11) == sum % 11 % 10;
    }

    private static boolean dhlExpress(String digits) {
        return Integer.parseInt(digits.substring(0, 9)) % 7 == digit(digits, 9);
    }

    private static boolean gs1(String digits) {
        int sum = 0;
        for (int i = digits.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += weight * digit(digits, i);
        }
        return digit(digits, digits.length() - 1) == (10 - sum % 10) % 10;
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
