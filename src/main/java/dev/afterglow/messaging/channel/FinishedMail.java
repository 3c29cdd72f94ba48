package dev.afterglow.messaging.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A mail of which not a byte changes any more: it may be signed, and the next attempt must look the same. */
final class FinishedMail extends MimeMessage {

    private final byte[] bytes;

    FinishedMail(Session session, byte[] bytes) throws MessagingException {
        super(session, new ByteArrayInputStream(bytes));
        this.bytes = bytes;
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
        out.write(bytes);
    }

    @Override
    public void saveChanges() {
        // why: there are none, and the mail library would write a new Message-ID.
    }
}
