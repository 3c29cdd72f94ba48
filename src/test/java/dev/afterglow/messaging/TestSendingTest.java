package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.console.ConsoleTest;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.Preview.Wanted;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Channels;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConsoleTest
class TestSendingTest {

    private static final String TO = "admin@shop.example";

    @Autowired
    Previews previews;

    @Autowired
    Clock clock;

    private final ToldChannel channel = new ToldChannel("email");
    private TestSending sending;

    @BeforeEach
    void aRealChannel() {
        sending = new TestSending(previews, new Channels(List.of(channel)), clock);
    }

    @Test
    void aTestLeavesMarkedAndSaysWhatTheOtherSideCallsIt() {
        assertThat(send()).isEqualTo(new TestSend.Taken("told-1"));
        assertThat(channel.taken()).singleElement().satisfies(envelope -> {
            assertThat(envelope.to()).isEqualTo(TO);
            assertThat(envelope.words().subject()).isEqualTo("[Test] Hello Ada");
            assertThat(envelope.unsubscribe()).isNull();
        });
    }

    @Test
    void whatWentWrongIsSaid() {
        channel.then(new Channel.Handover.Refused("smtp-550"));
        assertThat(send()).isEqualTo(new TestSend.Refused("smtp-550"));
        channel.then(new TransientFailure("the mail server is busy", new IOException()));
        assertThat(send()).isEqualTo(new TestSend.NotNow("the mail server is busy"));
        channel.then(new Channel.NobodyKnows(new IOException()));
        assertThat(send()).isEqualTo(new TestSend.Uncertain());
        assertThat(channel.taken()).isEmpty();
    }

    private TestSend send() {
        return sending.send(
                new Wanted("Greeting", "hello", "email", "en", new Reader(Reader.Kind.SAMPLE, "first-order")), TO);
    }
}
