package dev.afterglow.messaging.channel;

import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.ShopSettings;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail over SMTP (RFC 5321), one connection for each message. */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpChannel implements Channel {

    private final JavaMailSenderImpl server;
    private final ShopSettings shop;

    SmtpChannel(JavaMailSenderImpl server, ShopSettings shop) {
        this.server = server;
        this.shop = shop;
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
    public Handover handOver(Envelope envelope, Runnable pointOfNoReturn) {
        String protocol = Objects.requireNonNullElse(server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        MarkingTransport transport = new MarkingTransport(server.getSession(), protocol, pointOfNoReturn);
        try {
            MimeMessage mail = compose(envelope);
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Handover.Taken();
        } catch (MessagingException e) {
            if (transport.objection() != null) {
                throw transport.objection();
            }
            return answer(e, transport.passedPointOfNoReturn());
        } finally {
            close(transport);
        }
    }

    private static Handover answer(MessagingException trouble, boolean passed) {
        int code = code(trouble);
        if (code >= 500) {
            return new Handover.Refused("smtp-" + code);
        }
        if (passed && code < 400) {
            throw new NobodyKnows(trouble);
        }
        throw new TransientFailure("the mail server did not take it" + (code > 0 ? " (" + code + ")" : ""), trouble);
    }

    /** The server's reply code; -1 when there was no reply. */
    private static int code(MessagingException trouble) {
        for (Exception e = trouble; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            switch (e) {
                case SMTPAddressFailedException address -> {
                    return address.getReturnCode();
                }
                case SMTPSendFailedException send
                when send.getNextException() == null -> {
                    return send.getReturnCode();
                }
                default -> {
                    // why: the reply is somewhere further down the chain.
                }
            }
        }
        return trouble instanceof SendFailedException failed && isInvalid(failed.getInvalidAddresses()) ? 550 : -1;
    }

    private static boolean isInvalid(Address[] addresses) {
        return addresses != null && addresses.length > 0;
    }

    private MimeMessage compose(Envelope envelope) throws MessagingException {
        InternetAddress from = new InternetAddress(shop.from(), true);
        MimeMessage mail = new StableMimeMessage(server.getSession(), envelope.id() + "@" + domain(from));
        MimeMessageHelper helper = new MimeMessageHelper(mail, true, "UTF-8");
        helper.setFrom(from);
        helper.setTo(new InternetAddress(envelope.to(), true));
        helper.setSubject(envelope.words().subject());
        helper.setText(envelope.words().plain(), envelope.words().html());
        helper.setSentDate(Date.from(envelope.date()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Entity-Ref-ID", envelope.id());
        return mail;
    }

    private static String domain(InternetAddress from) {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    private static void close(MarkingTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // why: the server's last word is known by now; how it hangs up changes nothing.
            org.slf4j.LoggerFactory.getLogger(SmtpChannel.class).debug("Hanging up failed", e);
        }
    }

    /** A mail that has the same Message-ID at every attempt. */
    private static final class StableMimeMessage extends MimeMessage {

        private final String id;

        StableMimeMessage(jakarta.mail.Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
