package dev.afterglow.messaging.channel;

import java.net.URI;
import java.util.Set;

/** An address in a setting that messages are posted to. */
final class WebAddress {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private WebAddress() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is not https, or http on this machine; names the setting
     */
    static URI read(String setting, String value) {
        try {
            URI address = URI.create(value.strip());
            String host = address.getHost();
            boolean secret = "https".equals(address.getScheme());
            boolean here = "http".equals(address.getScheme()) && host != null && THIS_MACHINE.contains(host);
            if (host != null && address.getUserInfo() == null && (secret || here)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " is not a web address", e);
        }
        throw new IllegalArgumentException(setting + " must begin with https://");
    }
}
