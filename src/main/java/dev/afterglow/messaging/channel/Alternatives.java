package dev.afterglow.messaging.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;

/** Plain text and HTML that say the same, divided by the same line at every attempt. */
final class Alternatives extends MimeMultipart {

    Alternatives(String boundary) {
        ContentType type = new ContentType("multipart", "alternative", null);
        type.setParameter("boundary", boundary);
        contentType = type.toString();
    }

    /** Adds one; the last is the richest. */
    Alternatives with(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        addBodyPart(part);
        return this;
    }
}
