package dev.afterglow.messaging.channel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A web server that takes requests and answers as it is told; or hangs up, says nothing, or drips. */
final class ScriptedHttpServer implements AutoCloseable {

    /** Instead of an answer: hang up. */
    static final String HANG_UP = "";

    /** Instead of an answer: nothing, with the line open. */
    static final String SILENCE = "(silence)";

    /** Instead of an answer: headers that never end, byte by byte. */
    static final String DRIP = "(drip)";

    /** A request that came whole. */
    record Request(String line, Map<String, String> headers, String body) {

        /** The fields of a form. */
        Map<String, String> form() {
            return Stream.of(body.split("&"))
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(
                            field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        }
    }

    private final ServerSocket socket;
    private final List<Request> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String answer;

    ScriptedHttpServer(String answer) throws IOException {
        this.answer = answer;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    static String json(int status, String body) {
        return "HTTP/1.1 %d So\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    void answers(String told) {
        answer = told;
    }

    /** Every request that came whole, whatever it was answered. */
    List<Request> requests() {
        return taken;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (SocketException e) {
                // why: closed by the test.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Optional<Request> request = read(new BufferedInputStream(client.getInputStream()));
            if (request.isPresent()) {
                taken.add(request.get());
                say(client);
            }
        } catch (IOException | InterruptedException e) {
            // why: closed by the test, or by a client that hung up.
        }
    }

    private void say(Socket client) throws IOException, InterruptedException {
        OutputStream out = client.getOutputStream();
        switch (answer) {
            case HANG_UP -> {
                // why: leaving is what it was told.
            }
            case SILENCE -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
            case DRIP -> {
                out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; !closed.await(5, TimeUnit.MILLISECONDS); i++) {
                    out.write("X-A: b\r\n".charAt(i % 8));
                }
            }
            default -> out.write(answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Optional<Request> read(InputStream in) throws IOException {
        String first = line(in);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.put(
                    line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        return body.length < length || first.isEmpty()
                ? Optional.empty()
                : Optional.of(new Request(first, headers, new String(body, StandardCharsets.UTF_8)));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && letter != '\n'; letter = in.read()) {
            line.append((char) letter);
        }
        return line.toString().strip();
    }
}
