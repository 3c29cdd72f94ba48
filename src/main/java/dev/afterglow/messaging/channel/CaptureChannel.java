package dev.afterglow.messaging.channel;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** E-mail that is kept for looking at: nothing leaves the machine. Used as long as no mail server is configured. */
@Component
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "none")
class CaptureChannel implements Channel {

    @Override
    public String name() {
        return "email";
    }

    @Override
    public String transport() {
        return "capture";
    }

    @Override
    public boolean onlyKeeps() {
        return true;
    }

    @Override
    public Handover handOver(Envelope envelope, Runnable pointOfNoReturn) {
        return new Handover.Taken();
    }
}
