package dev.afterglow.messaging.channel;

import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes messages as mails (RFC 5322, 2045): the same message gives the same bytes, always. */
final class MailWriter {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);
    private static final int LONGEST_FEEDBACK_SENDER = 15;

    private final SmtpSettings settings;
    private final Map<ShopKey, Sender> senders;
    private final @Nullable DkimSigner signer;

    /** Who a shop's mails are from. */
    private record Sender(InternetAddress from, String domain) {}

    MailWriter(Shops shops, SmtpSettings settings) {
        this.settings = settings;
        this.senders = shops.all().stream().collect(Collectors.toUnmodifiableMap(Shop::key, MailWriter::sender));
        this.signer = DkimSigner.of(settings.dkim());
    }

    /**
     * Writes a mail.
     *
     * @throws IllegalArgumentException when the link for unsubscribing is not one
     */
    FinishedMail write(Envelope envelope, MailAddress to) {
        Properties properties = new Properties();
        properties.put("mail.mime.allowutf8", String.valueOf(to.isInternational()));
        Session session = Session.getInstance(properties);
        try {
            byte[] mail = bytes(compose(session, envelope, to));
            return new FinishedMail(session, signer == null ? mail : signer.signed(mail, envelope.date()));
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail cannot be written", e);
        }
    }

    private MimeMessage compose(Session session, Envelope envelope, MailAddress to) throws MessagingException {
        Sender sender = sender(envelope.shop());
        MimeMessage mail = new KeepingItsId(session);
        mail.setHeader("Message-ID", "<%s@%s>".formatted(oneLine(envelope.id()), sender.domain()));
        mail.setHeader("Date", DATE.format(envelope.date()));
        mail.setFrom(sender.from());
        InternetAddress recipient = new InternetAddress();
        recipient.setAddress(to.toString());
        mail.setRecipient(Message.RecipientType.TO, recipient);
        mail.setSubject(oneLine(envelope.words().subject()), "UTF-8");
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Entity-Ref-ID", oneLine(envelope.id()));
        // why: Postmark gives back no Message-ID, only what was put into a field of this name.
        mail.setHeader("X-PM-Metadata-afterglow-message", oneLine(envelope.id()));
        mail.setHeader("Feedback-ID", feedback(envelope, sender.domain()));
        if (!envelope.locale().isBlank()) {
            mail.setHeader("Content-Language", oneLine(envelope.locale()));
        }
        if (settings.idempotencyHeader() != null) {
            mail.setHeader(settings.idempotencyHeader(), oneLine(envelope.id()));
        }
        unsubscribe(mail, envelope);
        content(mail, envelope);
        mail.saveChanges();
        return mail;
    }

    // why: RFC 8058 asks for an https address and the second header; a mail program POSTs without asking again.
    private void unsubscribe(MimeMessage mail, Envelope envelope) throws MessagingException {
        if (envelope.unsubscribe() == null) {
            return;
        }
        String link = "<" + link(envelope.unsubscribe()) + ">";
        String mailto = settings.unsubscribeMailto();
        mail.setHeader(
                "List-Unsubscribe",
                mailto == null ? link : link + ",\r\n <mailto:" + oneLine(mailto) + "?subject=unsubscribe>");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static void content(MimeMessage mail, Envelope envelope) throws MessagingException {
        Rendered words = envelope.words();
        if (words.html().isEmpty()) {
            mail.setText(words.plain(), "UTF-8");
        } else {
            mail.setContent(new Alternatives("=_" + oneLine(envelope.id()))
                    .with(words.plain(), "plain")
                    .with(words.html(), "html"));
        }
    }

    /** Four fields from special to general, as Gmail counts complaints by. */
    private String feedback(Envelope envelope, String domain) {
        String sender = settings.feedbackSender();
        if (sender == null) {
            sender = domain.replace('.', '-');
        }
        return "%s:%s:email:%s"
                .formatted(
                        oneLine(envelope.locale()),
                        envelope.purpose().word(),
                        sender.substring(0, Math.min(LONGEST_FEEDBACK_SENDER, sender.length())));
    }

    private static String link(String address) {
        try {
            URI link = URI.create(address);
            if (("https".equals(link.getScheme()) || "http".equals(link.getScheme())) && link.getHost() != null) {
                return link.toASCIIString();
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the link for unsubscribing is not an address", e);
        }
        throw new IllegalArgumentException("the link for unsubscribing is not a web address");
    }

    private static byte[] bytes(MimeMessage mail) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(new CRLFOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Sender sender(ShopKey shop) {
        Sender sender = senders.get(shop);
        if (sender == null) {
            throw new IllegalStateException("afterglow.shops.%s is not configured".formatted(shop.name()));
        }
        return sender;
    }

    private static Sender sender(Shop shop) {
        String wrong = shop.settings() + ".from is not a sender's address";
        try {
            InternetAddress sender = new InternetAddress(oneLine(shop.from()), true);
            MailAddress address = MailAddress.of(sender.getAddress())
                    .filter(found -> !found.isInternational())
                    .orElseThrow(() -> new IllegalArgumentException(wrong));
            sender.setAddress(address.toString());
            sender.setPersonal(sender.getPersonal(), "UTF-8");
            String domain = address.toString().substring(address.toString().indexOf('@') + 1);
            return new Sender(sender, domain);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException(wrong, e);
        }
    }

    /** Nothing a header could be ended with, or a terminal be fooled by. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    /** A mail that is given its Message-ID, and does not make one up. */
    private static final class KeepingItsId extends MimeMessage {

        KeepingItsId(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() {
            // why: a new one at every attempt would make each attempt another mail.
        }
    }
}
