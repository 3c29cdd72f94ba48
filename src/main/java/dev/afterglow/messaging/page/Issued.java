package dev.afterglow.messaging.page;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses made for one message. They open nothing before they are kept. */
public final class Issued {

    private final Map<String, PageAddress> addresses;
    private final @Nullable PageAddress oneClick;
    private final Grant message;

    Issued(Map<String, PageAddress> addresses, @Nullable PageAddress oneClick, Grant message) {
        this.addresses = Map.copyOf(addresses);
        this.oneClick = oneClick;
        this.message = message;
    }

    /** The addresses, by the names words use for them: view, preferences, unsubscribe, confirm. */
    public Map<String, String> forWords() {
        Map<String, String> words = new LinkedHashMap<>();
        addresses.forEach((name, address) -> words.put(name, address.url()));
        return words;
    }

    /** Where a POST ends messages of this kind (RFC 8058); null for those nobody can end, such as order confirmations. */
    public @Nullable String oneClick() {
        return oneClick == null ? null : oneClick.url();
    }

    Collection<PageAddress> addresses() {
        return addresses.values();
    }

    boolean isOneClick(PageAddress address) {
        return address.equals(oneClick);
    }

    /** The message they were made for. */
    Grant message() {
        return message;
    }
}
