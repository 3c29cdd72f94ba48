package dev.afterglow.console;

import dev.afterglow.access.AccessSettings;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The addresses and phone numbers of those who work here, to which previews may be sent. */
@Component
class TestAddresses {

    private static final Set<String> CHANNELS = Set.of("email", "sms", "whatsapp");

    private final List<String> all;

    TestAddresses(AccessSettings settings) {
        this.all = settings.console().addresses();
    }

    /** True for channels that reach people by an address of their own. */
    static boolean reachedBy(String channel) {
        return CHANNELS.contains(channel);
    }

    /** Those this channel can reach. */
    List<String> fitting(String channel) {
        return switch (channel) {
            case "email" ->
                all.stream().filter(address -> address.contains("@")).toList();
            case "sms", "whatsapp" ->
                all.stream().filter(address -> !address.contains("@")).toList();
            default -> List.of();
        };
    }
}
