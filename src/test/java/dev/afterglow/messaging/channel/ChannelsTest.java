package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.journey.JourneyProblem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsTest {

    private static final Channel SMS = new SmsChannel(
            new SmsSettings("https://api.example", "AC1", "token", "MG1", null, null, Duration.ofSeconds(1)),
            HttpChannelContract.SHOP,
            new HttpPost(new Timer()));

    @ParameterizedTest
    @ValueSource(strings = {"email", "sms", "whatsapp", "push", "webhook", "letter"})
    void asLongAsNothingIsConfiguredEverythingIsOnlyKept(String name) {
        Channel channel = new Channels(List.of(), new CaptureSettings(null)).named(name);

        assertThat(channel.name()).isEqualTo(name);
        assertThat(channel.onlyKeeps()).isTrue();
    }

    @Test
    void asSoonAsOneIsConfiguredTheOthersAreNotKeptSilently() {
        Channels channels = new Channels(List.of(SMS), new CaptureSettings(null));

        assertThat(channels.named("sms")).isSameAs(SMS);
        assertThatExceptionOfType(JourneyProblem.class)
                .isThrownBy(() -> channels.named("email"))
                .withMessage("the channel \"email\" is not configured here")
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("CHANNEL_UNKNOWN"));
    }

    @Test
    void unlessSomebodyWantsThemKept() {
        Channels channels = new Channels(List.of(SMS), new CaptureSettings(true));

        assertThat(channels.named("sms")).isSameAs(SMS);
        assertThat(channels.named("email").onlyKeeps()).isTrue();
    }

    @Test
    void nothingIsKeptWhereNobodyWantsIt() {
        Channels channels = new Channels(List.of(), new CaptureSettings(false));

        assertThatExceptionOfType(JourneyProblem.class).isThrownBy(() -> channels.named("email"));
    }

    @Test
    void aTypingMistakeIsNoChannel() {
        Channels channels = new Channels(List.of(), new CaptureSettings(true));

        assertThatExceptionOfType(JourneyProblem.class)
                .isThrownBy(() -> channels.named("emial"))
                .withMessage("there is no channel \"emial\"");
    }
}
