package dev.afterglow.messaging.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import javax.net.SocketFactory;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection to the mail server, good for several mails. */
final class SmtpConnection {

    // why: every one of these waits for ever unless told otherwise (milliseconds).
    private static final Map<String, String> USUAL = Map.of(
            "connectiontimeout", "5000",
            "timeout", "20000",
            "writetimeout", "20000",
            "quitwait", "false",
            "sendpartial", "false");
    private static final Duration ASKED_AFTER = Duration.ofSeconds(5);

    private final CuttableSockets sockets;
    private final MarkingTransport transport;
    private int mails;
    private long restingSince = System.nanoTime();

    private SmtpConnection(CuttableSockets sockets, MarkingTransport transport) {
        this.sockets = sockets;
        this.transport = transport;
    }

    /**
     * Connects.
     *
     * @param international whether addresses may hold any letter on this connection (RFC 6531)
     */
    static SmtpConnection open(JavaMailSenderImpl server, boolean international, Deadline deadline)
            throws MessagingException {
        String protocol = Objects.requireNonNullElse(server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        USUAL.forEach((name, value) -> properties.put(prefix + name, value));
        properties.putAll(server.getJavaMailProperties());
        CuttableSockets sockets = cuttable(properties, prefix);
        properties.put("mail.mime.allowutf8", String.valueOf(international));
        MarkingTransport transport = new MarkingTransport(Session.getInstance(properties), protocol);
        SmtpConnection connection = new SmtpConnection(sockets, transport);
        deadline.cutsOff(sockets::cut);
        transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        return connection;
    }

    // why: with TLS from the first byte a factory of one's own makes the sockets, and has to go on doing so.
    private static CuttableSockets cuttable(Properties properties, String prefix) {
        boolean tls =
                prefix.equals("mail.smtps.") || "true".equals(String.valueOf(properties.get(prefix + "ssl.enable")));
        String name = prefix + "ssl.socketFactory";
        if (tls && properties.get(name) instanceof SocketFactory own) {
            CuttableSockets sockets = new CuttableSockets(own);
            properties.put(name, sockets);
            return sockets;
        }
        CuttableSockets sockets = new CuttableSockets(SocketFactory.getDefault());
        properties.put(prefix + "socketFactory", sockets);
        properties.put(prefix + "socketFactory.fallback", "false");
        return sockets;
    }

    void send(MimeMessage mail, Runnable pointOfNoReturn, Deadline deadline) throws MessagingException {
        deadline.cutsOff(sockets::cut);
        try {
            transport.send(mail, pointOfNoReturn, deadline);
        } finally {
            mails++;
            restingSince = System.nanoTime();
        }
    }

    MarkingTransport transport() {
        return transport;
    }

    int mails() {
        return mails;
    }

    boolean restsLongerThan(Duration most) {
        return System.nanoTime() - restingSince > most.toNanos();
    }

    /** Whether the other side is still there; asks it when it has not been heard of for a while. */
    boolean isAlive(Deadline deadline) {
        deadline.cutsOff(sockets::cut);
        return !restsLongerThan(ASKED_AFTER) || transport.isConnected();
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // why: the server's last word is known by now; how it hangs up changes nothing.
            LoggerFactory.getLogger(SmtpConnection.class).debug("Hanging up failed", e);
        }
    }
}
