package dev.afterglow.intake.providers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;

/** Changes one bit or one character somewhere, a thousand times, and hopes that nobody falls for it. */
public final class Mutations {

    private static final int MANY = 1_000;
    private static final String CHARACTERS = "ABCDEFabcdef0123456789+/=,.:-_ ";

    private Mutations() {}

    /** None of a thousand changed bodies may be accepted. */
    public static void ofBytes(byte[] genuine, Predicate<byte[]> accepted) {
        Random random = new Random(42);
        for (int i = 0; i < MANY; i++) {
            byte[] changed = genuine.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Assertions.assertThat(accepted.test(changed)).as("mutation %d", i).isFalse();
        }
    }

    /** None of a thousand changed texts may be accepted. */
    public static void ofText(String genuine, Predicate<String> accepted) {
        Random random = new Random(43);
        for (int i = 0; i < MANY; i++) {
            StringBuilder changed = new StringBuilder(genuine);
            int at = random.nextInt(genuine.length());
            char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            changed.setCharAt(at, other == genuine.charAt(at) ? '!' : other);
            Assertions.assertThat(accepted.test(changed.toString()))
                    .as("mutation %d: %s", i, changed)
                    .isFalse();
        }
    }

    /**
     * The genuine request is accepted, and none of so many that differ from it in one of their parts: a bit, a character, the
     * length, letters in the other case, base64 written otherwise, another part in its place, nothing.
     *
     * @param genuine all parts by name, the secret among them
     */
    public static void ofAll(int many, Map<String, String> genuine, Predicate<Map<String, byte[]>> accepted) {
        Map<String, byte[]> parts = new TreeMap<>();
        genuine.forEach((name, part) -> parts.put(name, part.getBytes(StandardCharsets.UTF_8)));
        Assertions.assertThat(accepted.test(parts)).as("the genuine one").isTrue();
        List<String> names = List.copyOf(parts.keySet());
        Random random = new Random(44);
        for (int tried = 0; tried < many; ) {
            String name = names.get(random.nextInt(names.size()));
            byte[] other = changed(parts.get(name), parts.get(names.get(random.nextInt(names.size()))), random);
            if (Arrays.equals(other, parts.get(name))) {
                continue;
            }
            Map<String, byte[]> forged = new TreeMap<>(parts);
            forged.put(name, other);
            Assertions.assertThat(accepted.test(forged))
                    .as("mutation %d of %s: %s", tried, name, new String(other, StandardCharsets.UTF_8))
                    .isFalse();
            tried++;
        }
    }

    private static byte[] changed(byte[] part, byte[] stranger, Random random) {
        String text = new String(part, StandardCharsets.ISO_8859_1);
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        String letter = String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length() - 1)));
        String changed = switch (random.nextInt(12)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(at);
            case 2 -> text + letter;
            case 3 -> letter + text;
            case 4 -> text.substring(0, at) + text.substring(Math.min(at + 1, text.length()));
            case 5 -> text.substring(0, at) + letter + text.substring(at);
            case 6 -> random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
            case 7 -> text.replace('+', '-').replace('/', '_').replace("=", random.nextBoolean() ? "" : "=");
            case 8 -> text.substring(0, at) + "\n" + text.substring(at) + "=";
            case 9 -> text + text;
            case 10 -> new String(stranger, StandardCharsets.ISO_8859_1);
            default -> flipped(text, at, random);
        };
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String flipped(String text, int at, Random random) {
        if (text.isEmpty()) {
            return text;
        }
        char bit = (char) (text.charAt(at) ^ (1 << random.nextInt(8)));
        return text.substring(0, at) + bit + text.substring(at + 1);
    }
}
