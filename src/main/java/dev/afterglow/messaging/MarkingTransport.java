package dev.afterglow.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * SMTP that says when it is about to send the final dot. From then until the reply nobody can tell whether the server
 * has the mail (RFC 1047), so that moment is recorded first.
 */
class MarkingTransport extends SMTPTransport {

    private final Runnable pointOfNoReturn;
    private boolean passed;

    MarkingTransport(Session session, String protocol, Runnable pointOfNoReturn) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, "smtps".equals(protocol));
        this.pointOfNoReturn = pointOfNoReturn;
    }

    boolean passedPointOfNoReturn() {
        return passed;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        pointOfNoReturn.run();
        passed = true;
        super.finishData();
    }
}
