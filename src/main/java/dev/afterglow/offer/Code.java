package dev.afterglow.offer;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a customer types at the till: eleven random signs (55 bits) and one that tells typing errors. The alphabet is
 * Crockford's, in which no sign looks like another and no word is rude: https://www.crockford.com/base32.html
 *
 * @param text twelve signs, without hyphens
 */
record Code(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_SIGNS = 11;
    private static final int LENGTH = RANDOM_SIGNS + 1;
    private static final int GROUP = 4;
    private static final int HIGHEST_BIT = 0b10000;
    private static final int POLYNOMIAL = 0b100101;

    /** A code nobody has. */
    static Code fresh() {
        int[] signs = IntStream.range(0, RANDOM_SIGNS)
                .map(place -> RANDOM.nextInt(SIGNS.length()))
                .toArray();
        String text = IntStream.of(signs)
                .mapToObj(sign -> String.valueOf(SIGNS.charAt(sign)))
                .collect(Collectors.joining());
        return new Code(text + SIGNS.charAt(remainder(text)));
    }

    /** The code somebody typed, however they wrote it; empty when no code can be meant. */
    static Optional<Code> read(String typed) {
        String text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean right = text.length() == LENGTH
                && text.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                && remainder(text) == 0;
        return right ? Optional.of(new Code(text)) : Optional.empty();
    }

    // why: Damm's scheme over the field of 32 elements notices each wrong sign and each two neighbours that changed
    // places (H. M. Damm, Total anti-symmetrische Quasigruppen, 2004).
    private static int remainder(String text) {
        return text.chars().map(SIGNS::indexOf).reduce(0, (sum, sign) -> twice(sum ^ sign));
    }

    private static int twice(int element) {
        return (element << 1) ^ ((element & HIGHEST_BIT) == 0 ? 0 : POLYNOMIAL);
    }

    /** In groups, as it is written for people. */
    String shown() {
        return IntStream.iterate(0, at -> at < LENGTH, at -> at + GROUP)
                .mapToObj(at -> text.substring(at, at + GROUP))
                .collect(Collectors.joining("-"));
    }

    // why: whoever knows it can spend it; it is nothing for a log.
    @Override
    public String toString() {
        return "Code";
    }
}
