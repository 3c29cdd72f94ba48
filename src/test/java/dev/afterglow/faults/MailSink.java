package dev.afterglow.faults;

import dev.afterglow.faults.MailFaults.Deed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A mail server that notes what it took the moment the final dot is read, then waits two milliseconds before it says so,
 * and misbehaves at random. With a header for it, it recognises a mail it has and drops the second.
 */
public final class MailSink implements AutoCloseable {

    /** The header by which it recognises repeats. */
    public static final String IDEMPOTENCY_HEADER = "Idempotency-Key";

    private final Duration beforeTheAnswer;

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final AtomicInteger dots = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Random chance;
    private volatile MailFaults faults;

    /** Starts on a free port of the loopback address. */
    public MailSink(long seed, MailFaults faults) throws IOException {
        this(seed, faults, Duration.ofMillis(2));
    }

    /** The same, with a pause between taking a mail and saying so. */
    public MailSink(long seed, MailFaults faults, Duration beforeTheAnswer) throws IOException {
        this.beforeTheAnswer = beforeTheAnswer;
        this.chance = new Random(seed);
        this.faults = faults;
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** From now on it misbehaves like this. */
    public void misbehave(MailFaults how) {
        this.faults = how;
    }

    /** How often each Message-ID was taken. */
    public Map<String, Integer> taken() {
        return new HashMap<>(taken);
    }

    /** True once a mail came with the header by which repeats are recognised. */
    public boolean recognisesRepeats() {
        return !keys.isEmpty();
    }

    /** How many mails came as far as the final dot. */
    public int dots() {
        return dots.get();
    }

    /** How many mails were taken without saying so. */
    public int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            if (!answer("CONN", "220 sink", in, out)) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                boolean data = verb.equals("DATA");
                Deed deed = deed(verb);
                if (!act(deed, data ? "354 go on" : "250 fine", in, out)) {
                    return;
                }
                if (data && deed != Deed.BUSY && !takeMail(in, out)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // why: the sender was killed, or gave up.
        }
    }

    private boolean takeMail(BufferedReader in, OutputStream out) throws IOException {
        String id = "";
        String key = null;
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            if (line.startsWith("Message-ID: ")) {
                id = line.substring(line.indexOf('<') + 1, line.indexOf('@'));
            } else if (line.startsWith(IDEMPOTENCY_HEADER + ": ")) {
                key = line.substring(IDEMPOTENCY_HEADER.length() + 2);
            }
        }
        dots.incrementAndGet();
        Deed deed = deed(".");
        if (deed == Deed.ANSWER || deed == Deed.DRIP || deed == Deed.CUT) {
            take(id, key);
            pause();
        }
        if (deed == Deed.CUT) {
            cuts.incrementAndGet();
            return false;
        }
        return act(deed, "250 taken as " + id, in, out);
    }

    private void pause() {
        if (beforeTheAnswer.isPositive()) {
            LockSupport.parkNanos(beforeTheAnswer.toNanos());
        }
    }

    private void take(String id, String key) {
        if (key == null || keys.add(key)) {
            taken.merge(id, 1, Integer::sum);
        }
    }

    private boolean answer(String place, String usual, BufferedReader in, OutputStream out) throws IOException {
        return act(deed(place), usual, in, out);
    }

    private Deed deed(String place) {
        synchronized (chance) {
            return faults.at(place, chance);
        }
    }

    private static boolean act(Deed deed, String usual, BufferedReader in, OutputStream out) throws IOException {
        switch (deed) {
            case ANSWER -> say(out, usual);
            case BUSY -> say(out, "451 later");
            case REFUSE -> say(out, "550 never");
            case DRIP -> drip(out, usual);
            case STALL -> {
                while (in.readLine() != null) {
                    // why: nothing is said to whatever comes.
                }
            }
            case HANG_UP, CUT -> {}
        }
        return deed != Deed.STALL && deed != Deed.HANG_UP && deed != Deed.CUT;
    }

    private static void drip(OutputStream out, String line) throws IOException {
        for (char letter : (line + "\r\n").toCharArray()) {
            out.write(letter);
            out.flush();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
