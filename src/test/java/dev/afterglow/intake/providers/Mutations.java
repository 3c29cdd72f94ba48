package dev.afterglow.intake.providers;

import java.util.Random;
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
}
