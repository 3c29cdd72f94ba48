package dev.afterglow.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends a body in chunks and without a length, for as long as somebody takes it. */
final class Endless {

    private static final long ENOUGH = 64_000_000;

    private Endless() {}

    /** How many bytes were taken. */
    static long send(URI address, String type) throws IOException {
        byte[] part = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST %s HTTP/1.1\r
                    Host: %s\r
                    Content-Type: %s\r
                    Transfer-Encoding: chunked\r
                    \r
                    """.formatted(address, address.getAuthority(), type).getBytes(StandardCharsets.US_ASCII));
            for (; sent < ENOUGH; sent += part.length) {
                out.write(part);
            }
        } catch (IOException hungUp) {
            return sent;
        }
        return sent;
    }
}
