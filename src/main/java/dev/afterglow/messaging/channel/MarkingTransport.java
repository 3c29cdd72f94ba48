package dev.afterglow.messaging.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * SMTP that says when it is about to send the final dot. From then until the reply nobody can tell whether the server
 * has the mail (RFC 1047), so that moment is recorded first.
 */
class MarkingTransport extends SMTPTransport {

    private @Nullable Runnable pointOfNoReturn;
    private @Nullable Deadline deadline;
    private boolean marked;
    private boolean passed;
    private @Nullable RuntimeException objection;

    MarkingTransport(Session session, String protocol) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, "smtps".equals(protocol));
    }

    void send(MimeMessage mail, Runnable mark, Deadline until) throws MessagingException {
        pointOfNoReturn = mark;
        deadline = until;
        marked = false;
        passed = false;
        objection = null;
        sendMessage(mail, mail.getAllRecipients());
    }

    /** True once the final dot may have been sent. */
    boolean passedPointOfNoReturn() {
        return passed;
    }

    /** True once the point of no return was recorded, which is done at most once for each hand-over. */
    boolean marked() {
        return marked;
    }

    /** What was said against going on at the point of no return; null when nothing was. */
    @Nullable
    RuntimeException objection() {
        return objection;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        try {
            if (pointOfNoReturn != null) {
                pointOfNoReturn.run();
                marked = true;
            }
        } catch (RuntimeException e) {
            objection = e;
            // why: after this the transport hangs up; anything it said now would only become part of the mail.
            throw new IOException("stopped before the final dot", e);
        }
        if (deadline != null && deadline.isOver()) {
            throw new IOException("recording it took too long");
        }
        passed = true;
        super.finishData();
    }
}
