package dev.afterglow.messaging.channel;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Keeps what we post to the outside from reaching machines inside (OWASP API7): every address a name stands for must be a
 * public one.
 */
final class PublicHosts {

    private final Names names;
    private final boolean allowLoopback;

    PublicHosts(Names names, boolean allowLoopback) {
        this.names = names;
        this.allowLoopback = allowLoopback;
    }

    /** Looks names up. */
    interface Names {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * Looks a name up and checks what it stands for.
     *
     * @throws IOException when it stands for nothing, or for anything that is not public
     */
    void check(String host) throws IOException {
        for (InetAddress address : names.of(host)) {
            if (!isPublic(address) && !(allowLoopback && address.isLoopbackAddress())) {
                throw new IOException("not a public address");
            }
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                ? isPublic6(bytes)
                : isPublic4(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
    }

    // why: RFC 6890: this network, shared (carrier) space, protocol assignments, documentation, benchmarks, reserved.
    private static boolean isPublic4(int a, int b, int c) {
        return a != 0
                && a < 240
                && !(a == 100 && b >= 64 && b < 128)
                && !(a == 192 && b == 0)
                && !(a == 198 && (b == 18 || b == 19))
                && !(a == 198 && b == 51 && c == 100)
                && !(a == 203 && b == 0 && c == 113);
    }

    // why: only 2000::/3 is given out; within it 6to4 (2002::/16), Teredo (2001::/32) and documentation lead elsewhere.
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        return (first & 0xe000) == 0x2000 && first != 0x2002 && !(first == 0x2001 && (second == 0 || second == 0xdb8));
    }
}
