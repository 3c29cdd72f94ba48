package dev.afterglow.messaging.words;

import java.util.List;

/**
 * How long a text message is. One message holds 160 characters of the GSM alphabet or 70 others; longer texts travel in
 * parts of 153 or 67, each paid for (3GPP TS 23.038 and 23.040).
 *
 * @param encoding which alphabet carries it
 * @param units how much of the room it takes: septets, or UTF-16 units
 * @param segments how many messages it becomes; none for an empty text
 * @param forcing the characters that do not fit into the GSM alphabet, each once
 */
public record SmsLength(Encoding encoding, int units, int segments, List<String> forcing) {

    /** How the characters are carried. */
    public enum Encoding {
        /** The default alphabet of GSM, seven bits for each character. */
        GSM_7(160, 153),
        /** Sixteen bits for each unit. */
        UCS_2(70, 67);

        private final int alone;
        private final int inParts;

        Encoding(int alone, int inParts) {
            this.alone = alone;
            this.inParts = inParts;
        }
    }

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";

    /** Measures a text. */
    public static SmsLength of(String text) {
        List<String> forcing = text.codePoints()
                .filter(c -> BASIC.indexOf(c) < 0 && EXTENDED.indexOf(c) < 0)
                .distinct()
                .mapToObj(Character::toString)
                .toList();
        Encoding encoding = forcing.isEmpty() ? Encoding.GSM_7 : Encoding.UCS_2;
        int[] sizes = text.codePoints().map(c -> size(c, encoding)).toArray();
        int units = 0;
        for (int size : sizes) {
            units += size;
        }
        return new SmsLength(encoding, units, segments(sizes, units, encoding), forcing);
    }

    private static int size(int c, Encoding encoding) {
        if (encoding == Encoding.UCS_2) {
            return Character.charCount(c);
        }
        return EXTENDED.indexOf(c) < 0 ? 1 : 2;
    }

    // why: no part ends in the middle of a character, so a part may have room left that nothing fits into.
    private static int segments(int[] sizes, int units, Encoding encoding) {
        if (units <= encoding.alone) {
            return units == 0 ? 0 : 1;
        }
        int segments = 1;
        int used = 0;
        for (int size : sizes) {
            if (used + size > encoding.inParts) {
                segments++;
                used = 0;
            }
            used += size;
        }
        return segments;
    }
}
