package dev.afterglow.messaging.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A mail server that does as it is told: answers at each verb with what the test says, or hangs up there. */
final class ScriptedSmtpServer implements AutoCloseable {

    /** Instead of an answer: hang up. */
    static final String HANG_UP = "";

    /** The place after the final dot. */
    static final String DOT = ".";

    private final ServerSocket socket;
    private final Map<String, String> script;
    private final List<String> received = new CopyOnWriteArrayList<>();

    ScriptedSmtpServer(Map<String, String> script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Every mail that came as far as its final dot. */
    List<String> received() {
        return received;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (SocketException e) {
                // why: closed by the test, or by a client that hung up.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 scripted");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            if (!answer(client, verb, verb.equals("DATA") ? "354 go on" : "250 fine")) {
                return;
            }
            if (verb.equals("DATA") && script.getOrDefault("DATA", "3").startsWith("3")) {
                String data = data(in);
                if (data == null) {
                    return;
                }
                received.add(data);
                if (!answer(client, DOT, "250 taken")) {
                    return;
                }
            }
        }
    }

    private boolean answer(Socket client, String place, String usual) throws IOException {
        String answer = script.getOrDefault(place, usual);
        if (answer.equals(HANG_UP)) {
            return false;
        }
        say(client, answer);
        return true;
    }

    /** What came before the final dot; null when none came. */
    private static @Nullable String data(BufferedReader in) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return data.toString();
            }
            data.append(line).append('\n');
        }
        return null;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
