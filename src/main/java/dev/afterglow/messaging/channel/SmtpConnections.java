package dev.afterglow.messaging.channel;

import jakarta.mail.MessagingException;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The open connections to the mail server: a bounded number, each used again until it had its share or rests too long. */
final class SmtpConnections {

    private final JavaMailSenderImpl server;
    private final SmtpSettings settings;
    private final Semaphore free;
    private final Deque<SmtpConnection> resting = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    SmtpConnections(JavaMailSenderImpl server, SmtpSettings settings) {
        this.server = server;
        this.settings = settings;
        this.free = new Semaphore(settings.connections());
    }

    /**
     * A connection for one mail, to be given back in any case.
     *
     * @throws MessagingException when there is none in time, or the server cannot be reached
     */
    SmtpConnection take(boolean international, Deadline deadline) throws MessagingException {
        waitForMyTurn(deadline);
        try {
            SmtpConnection connection = international ? null : rested(deadline);
            return connection == null ? SmtpConnection.open(server, international, deadline) : connection;
        } catch (MessagingException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    /** Keeps it for the next mail if it may be used again. */
    void giveBack(SmtpConnection connection, boolean usable) {
        if (usable && !closed && connection.mails() < settings.mailsPerConnection()) {
            resting.push(connection);
        } else {
            connection.close();
        }
        free.release();
    }

    /** Closes those that nobody used for a while. */
    void tidyUp() {
        for (Iterator<SmtpConnection> all = resting.iterator(); all.hasNext(); ) {
            SmtpConnection connection = all.next();
            if ((closed || connection.restsLongerThan(settings.idle())) && resting.remove(connection)) {
                connection.close();
            }
        }
    }

    void close() {
        closed = true;
        tidyUp();
    }

    private void waitForMyTurn(Deadline deadline) throws MessagingException {
        try {
            if (!free.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new MessagingException("all connections to the mail server are busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessagingException("told to stop", e);
        }
    }

    private @Nullable SmtpConnection rested(Deadline deadline) {
        for (SmtpConnection next = resting.poll(); next != null; next = resting.poll()) {
            if (!next.restsLongerThan(settings.idle()) && next.isAlive(deadline)) {
                return next;
            }
            next.close();
        }
        return null;
    }
}
