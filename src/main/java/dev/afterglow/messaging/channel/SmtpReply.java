package dev.afterglow.messaging.channel;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server said.
 *
 * @param code -1 when it said nothing
 * @param aboutUs true when it does not want our sender's address, whoever the mail is for
 */
record SmtpReply(int code, boolean aboutUs) {

    private static final SmtpReply NONE = new SmtpReply(-1, false);
    private static final int NO_SUCH_MAILBOX = 550;
    private static final int CLOSING = 421;

    // why: Postfix and Exim say "queued as", SendGrid too; Amazon SES says "Ok" and its own message id.
    private static final Pattern QUEUE_ID =
            Pattern.compile("(?i)(?:queued as|\\bok:?|\\bid=)\\s*<?([A-Za-z0-9._@+-]{6,200})>?\\s*$");

    static SmtpReply in(MessagingException trouble) {
        for (Exception e = trouble; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            switch (e) {
                case SMTPAddressFailedException address -> {
                    return new SmtpReply(address.getReturnCode(), false);
                }
                case SMTPSenderFailedException sender -> {
                    return new SmtpReply(sender.getReturnCode(), true);
                }
                case SMTPSendFailedException send
                when send.getNextException() == null -> {
                    return new SmtpReply(
                            send.getReturnCode(),
                            String.valueOf(send.getCommand()).startsWith("MAIL"));
                }
                default -> {
                    // why: the reply is somewhere further down the chain.
                }
            }
        }
        return trouble instanceof SendFailedException failed && isInvalid(failed.getInvalidAddresses())
                ? new SmtpReply(NO_SUCH_MAILBOX, false)
                : NONE;
    }

    /** It will never take this mail. */
    boolean isFinal() {
        return code >= 500 && !aboutUs;
    }

    boolean isAnAnswer() {
        return code >= 400;
    }

    /** There is nobody any more at the other end of this connection. */
    boolean isGone() {
        return code == -1 || code == CLOSING;
    }

    /** What the server calls the mail it took; null when it did not say. */
    static @Nullable String queueId(@Nullable String response) {
        Matcher id = QUEUE_ID.matcher(response == null ? "" : response.strip());
        return id.find() ? id.group(1) : null;
    }

    private static boolean isInvalid(Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0;
    }
}
