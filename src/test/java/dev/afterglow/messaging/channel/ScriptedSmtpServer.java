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
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that does as it is told: answers at each verb with what the test says, hangs up there, says nothing any
 * more, or says it one byte at a time for ever.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

    /** Instead of an answer: hang up. */
    public static final String HANG_UP = "";

    /** Instead of an answer: nothing, with the line open. */
    public static final String SILENCE = "(silence)";

    /** Instead of an answer: one that never ends, byte by byte. */
    public static final String DRIP = "(drip)";

    /** The place before the first word of the client. */
    public static final String GREETING = "(greeting)";

    /** The place after the final dot. */
    public static final String DOT = ".";

    private static final int BETWEEN_DRIPS_MILLIS = 5;

    private final ServerSocket socket;
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final Map<String, Queue<String>> once = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> verbs = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final AtomicInteger talking = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    public ScriptedSmtpServer(Map<String, String> script) throws IOException {
        this.script.putAll(script);
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** From now on. */
    public ScriptedSmtpServer answers(String place, String answer) {
        script.put(place, answer);
        return this;
    }

    /** The next time only. */
    public ScriptedSmtpServer answersOnce(String place, String answer) {
        once.computeIfAbsent(place, any -> new ConcurrentLinkedQueue<>()).add(answer);
        return this;
    }

    /** Every mail that came as far as its final dot. */
    public List<String> received() {
        return received;
    }

    /** Every verb of every client, in the order they came. */
    public List<String> verbs() {
        return verbs;
    }

    /** Every command of every client. */
    public List<String> lines() {
        return lines;
    }

    /** How many clients there have been. */
    public int connections() {
        return clients.size();
    }

    /** True when nobody is on the line. */
    public boolean isDeserted() {
        return talking.get() == 0;
    }

    /** Hangs up on everybody. */
    public void hangUp() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        hangUp();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (SocketException e) {
                // why: closed by the test.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) {
        talking.incrementAndGet();
        try (client) {
            talk(client);
        } catch (IOException e) {
            // why: closed by the test, or by a client that hung up.
        } finally {
            talking.decrementAndGet();
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        if (!answer(client, GREETING, "220 scripted")) {
            return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            verbs.add(verb);
            lines.add(line);
            String answer = told(verb, usual(verb));
            if (!say(client, answer)) {
                return;
            }
            if (verb.equals("DATA") && answer.startsWith("3") && !data(client, in)) {
                return;
            }
        }
    }

    private static String usual(String verb) {
        return switch (verb) {
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
    }

    private boolean data(Socket client, BufferedReader in) throws IOException {
        String mail = data(in);
        if (mail == null) {
            return false;
        }
        received.add(mail);
        return answer(client, DOT, "250 2.0.0 Ok: queued as Q" + received.size() + "00000");
    }

    private boolean answer(Socket client, String place, String usual) throws IOException {
        return say(client, told(place, usual));
    }

    private String told(String place, String usual) {
        Queue<String> next = once.get(place);
        String answer = next == null ? null : next.poll();
        return answer == null ? script.getOrDefault(place, usual) : answer;
    }

    /** Answers; false when that was the last word. */
    private boolean say(Socket client, String answer) throws IOException {
        switch (answer) {
            case HANG_UP -> {
                return false;
            }
            case SILENCE -> {
                client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                return false;
            }
            case DRIP -> {
                drip(client);
                return false;
            }
            default -> {
                client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
                return true;
            }
        }
    }

    private void drip(Socket client) throws IOException {
        try {
            for (int i = 0; !closed.await(BETWEEN_DRIPS_MILLIS, TimeUnit.MILLISECONDS); i++) {
                client.getOutputStream().write("250-x\r\n".charAt(i % 7));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What came before the final dot; null when none came. */
    private static @Nullable String data(BufferedReader in) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return data.toString();
            }
            data.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        return null;
    }
}
