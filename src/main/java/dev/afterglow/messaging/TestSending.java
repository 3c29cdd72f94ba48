package dev.afterglow.messaging;

import com.fasterxml.uuid.Generators;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.Preview.Wanted;
import dev.afterglow.messaging.Previews.Drawn;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Channels;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.words.Rendered;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/**
 * Sends a preview to one of us by the real channel. It is nobody's message: no row of the ledger is written, no rule is
 * asked, and the addresses of our own pages in it open nothing.
 */
@Service
public class TestSending {

    private static final String MARK = "[Test] ";

    private final Previews previews;
    private final Channels channels;
    private final Clock clock;

    TestSending(Previews previews, Channels channels, Clock clock) {
        this.previews = previews;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * Sends it, at once.
     *
     * @param to an address of ours, as the channel writes it
     * @throws JourneyProblem when the words are wrong, or there is no such channel here
     */
    public TestSend send(Wanted wanted, String to) {
        Channel channel = channels.named(wanted.channel());
        Drawn drawn = previews.draw(wanted);
        if (channel.onlyKeeps()) {
            return new TestSend.OnlyKept();
        }
        Envelope envelope = new Envelope(
                "test-" + Generators.timeBasedEpochGenerator().generate(),
                drawn.shop(),
                to,
                marked(drawn.rendered()),
                drawn.traits().purpose(),
                drawn.words().locale(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                null);
        try {
            return switch (channel.handOver(envelope, () -> {})) {
                case Channel.Handover.Taken(var providerId) -> new TestSend.Taken(providerId);
                case Channel.Handover.Refused(String reason) -> new TestSend.Refused(reason);
            };
        } catch (Channel.NobodyKnows broken) {
            return new TestSend.Uncertain();
        } catch (TransientFailure notNow) {
            return new TestSend.NotNow(String.valueOf(notNow.getMessage()));
        }
    }

    private static Rendered marked(Rendered words) {
        return words.subject().isEmpty()
                ? new Rendered("", words.html(), MARK + words.plain(), words.fields())
                : new Rendered(MARK + words.subject(), words.html(), words.plain(), words.fields());
    }
}
