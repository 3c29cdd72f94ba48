package dev.afterglow.rehearsal;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Under which ids and address an example is played: always the same ones, for what is spread by lot must stay where it is. */
final class Role {

    private final String key;
    private final boolean hasEmail;
    private final String number;
    private final AtomicInteger events = new AtomicInteger();

    Role(Example example) {
        this.key =
                example.folder() + "-" + example.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        this.hasEmail = example.person().hasEmail();
        this.number = example.purchase().number();
    }

    String orderId() {
        return key + "-" + number.replaceAll("[^A-Za-z0-9]", "");
    }

    String customerId() {
        return key + "-customer";
    }

    String caseId() {
        return key + "-case";
    }

    @Nullable
    String email() {
        return hasEmail ? "p" + Integer.toHexString(key.hashCode()) + "@example.com" : null;
    }

    String nextEvent() {
        return key + "-" + events.incrementAndGet();
    }
}
