package dev.afterglow.messaging.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * SMTP that says when it is about to send the final dot. From then until the reply nobody can tell whether the server
 * has the mail (RFC 1047), so that moment is recorded first.
 */
class MarkingTransport extends SMTPTransport {

    private final Runnable pointOfNoReturn;
    private boolean passed;
    private @Nullable RuntimeException objection;

    MarkingTransport(Session session, String protocol, Runnable pointOfNoReturn) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, "smtps".equals(protocol));
        this.pointOfNoReturn = pointOfNoReturn;
    }

    boolean passedPointOfNoReturn() {
        return passed;
    }

    /** What was said against going on at the point of no return; null when nothing was. */
    @Nullable
    RuntimeException objection() {
        return objection;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        try {
            pointOfNoReturn.run();
        } catch (RuntimeException e) {
            objection = e;
            // why: after this the transport hangs up; anything it said now would only become part of the mail.
            throw new IOException("stopped before the final dot", e);
        }
        passed = true;
        super.finishData();
    }
}
