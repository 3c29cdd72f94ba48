package dev.afterglow.messaging.channel;

import dev.afterglow.journey.TransientFailure;
import dev.afterglow.shop.Shops;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** E-mail over SMTP (RFC 5321). */
@Component
@WhenSet("spring.mail.host")
class SmtpChannel implements Channel {

    private final SmtpSettings settings;
    private final MailWriter writer;
    private final SmtpConnections connections;
    private final ScheduledFuture<?> tidying;

    // why: two threads, so that hanging up, which may take its time, does not hold up deadlines.
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            2, Thread.ofPlatform().daemon().name("smtp-timer").factory());

    SmtpChannel(JavaMailSenderImpl server, Shops shops, SmtpSettings settings) {
        this.settings = settings;
        this.writer = new MailWriter(shops, settings);
        this.connections = new SmtpConnections(server, settings);
        timer.setRemoveOnCancelPolicy(true);
        long every = Math.max(1, settings.idle().toMillis());
        tidying = timer.scheduleWithFixedDelay(connections::tidyUp, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public String transport() {
        return "smtp";
    }

    @Override
    public Duration recognisesRepeatsFor() {
        return settings.idempotencyWindow();
    }

    @Override
    public Handover handOver(Envelope envelope, Runnable pointOfNoReturn) {
        Optional<MailAddress> to = MailAddress.of(envelope.to());
        if (to.isEmpty()) {
            return new Handover.Refused("invalid-address");
        }
        FinishedMail mail = writer.write(envelope, to.get());
        try (Deadline deadline = new Deadline(timer, settings.deadline())) {
            return handOver(mail, to.get().isInternational(), pointOfNoReturn, deadline);
        }
    }

    // why: a connection that rested may have been closed from the other side; the mail goes on over another one, and
    // each
    // that broke has left the pool, so this ends.
    private Handover handOver(FinishedMail mail, boolean international, Runnable pointOfNoReturn, Deadline deadline) {
        while (true) {
            SmtpConnection connection = take(international, deadline);
            boolean rested = connection.mails() > 0;
            boolean usable = false;
            try {
                if (international && !connection.transport().supportsExtension("SMTPUTF8")) {
                    return new Handover.Refused("address-needs-smtputf8");
                }
                connection.send(mail, pointOfNoReturn, deadline);
                usable = !international;
                return new Handover.Taken(
                        SmtpReply.queueId(connection.transport().getLastServerResponse()));
            } catch (MessagingException e) {
                SmtpReply reply = SmtpReply.in(e);
                usable = reply.isAnAnswer() && !reply.isGone() && !international;
                if (!rested || !reply.isGone() || connection.transport().marked() || deadline.isOver()) {
                    return answer(e, reply, connection.transport());
                }
            } finally {
                connections.giveBack(connection, usable);
            }
        }
    }

    @PreDestroy
    void close() {
        tidying.cancel(false);
        connections.close();
        timer.shutdownNow();
    }

    private SmtpConnection take(boolean international, Deadline deadline) {
        try {
            return connections.take(international, deadline);
        } catch (MessagingException e) {
            throw new TransientFailure("the mail server cannot be reached", Bare.of(e));
        }
    }

    private static Handover answer(MessagingException trouble, SmtpReply reply, MarkingTransport transport) {
        if (transport.objection() != null) {
            throw transport.objection();
        }
        if (reply.isFinal()) {
            return new Handover.Refused("smtp-" + reply.code());
        }
        if (transport.passedPointOfNoReturn() && !reply.isAnAnswer()) {
            throw new NobodyKnows(Bare.of(trouble));
        }
        String code = reply.isAnAnswer() ? " (" + reply.code() + ")" : "";
        throw new TransientFailure(
                reply.aboutUs()
                        ? "the mail server does not want our sender" + code
                        : "the mail server did not take it" + code,
                Bare.of(trouble));
    }
}
