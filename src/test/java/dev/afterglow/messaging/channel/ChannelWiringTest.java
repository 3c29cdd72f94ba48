package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.H2Extension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which settings bring which channels. */
@ExtendWith(H2Extension.class)
class ChannelWiringTest {

    private ApplicationContextRunner app;

    @ComponentScan
    @EnableConfigurationProperties({
        CaptureSettings.class,
        SmtpSettings.class,
        SmsSettings.class,
        WhatsAppSettings.class,
        PushSettings.class,
        WebhookSettings.class,
        LetterSettings.class
    })
    static class Room {}

    @BeforeEach
    void use(Database database) {
        app = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withUserConfiguration(Room.class)
                .withBean(JdbcClient.class, database::client)
                .withBean(Shops.class, SomeShops::one)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(SimpleMeterRegistry.class);
    }

    @Test
    void withoutAnySettingNothingLeavesTheMachine() {
        app.run(context -> {
            Channels channels = context.getBean(Channels.class);
            assertThat(channels.named("email").transport()).isEqualTo("capture");
            assertThat(channels.named("webhook").transport()).isEqualTo("capture");
            assertThat(channels.named("letter").transport()).isEqualTo("queue");
            assertThat(context).doesNotHaveBean(WebhookSender.class);
        });
    }

    @Test
    void blankSettingsAreNone() {
        app.withPropertyValues(
                        "afterglow.messaging.sms.account=",
                        "afterglow.messaging.sms.token=",
                        "afterglow.messaging.sms.from=",
                        "afterglow.messaging.sms.region=",
                        "afterglow.messaging.whatsapp.phone-number-id=",
                        "afterglow.messaging.push.url=",
                        "afterglow.messaging.smtp.dkim.domain=")
                .run(context -> assertThat(
                                context.getBean(Channels.class).named("sms").transport())
                        .isEqualTo("capture"));
    }

    @Test
    void whatIsConfiguredIsUsed() {
        app.withPropertyValues(
                        "spring.mail.host=127.0.0.1",
                        "afterglow.messaging.sms.account=AC1",
                        "afterglow.messaging.sms.token=secret",
                        "afterglow.messaging.sms.from=MG1",
                        "afterglow.messaging.whatsapp.phone-number-id=4711",
                        "afterglow.messaging.whatsapp.token=secret",
                        "afterglow.messaging.push.url=https://push.example",
                        "afterglow.messaging.push.secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "afterglow.messaging.webhook.endpoints.crm.url=https://crm.example",
                        "afterglow.messaging.webhook.endpoints.crm.secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .run(context -> {
                    Channels channels = context.getBean(Channels.class);
                    assertThat(channels.named("email").transport()).isEqualTo("smtp");
                    assertThat(channels.named("sms").transport()).isEqualTo("twilio");
                    assertThat(channels.named("whatsapp").transport()).isEqualTo("whatsapp-cloud");
                    assertThat(channels.named("push").transport()).isEqualTo("signed-webhook");
                    assertThat(channels.named("webhook").transport()).isEqualTo("queue");
                    assertThat(context).hasSingleBean(WebhookSender.class);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "afterglow.messaging.sms.account=AC1,afterglow.messaging.sms.token",
        "afterglow.messaging.whatsapp.token=TOP-SECRET,afterglow.messaging.whatsapp.phone-number-id",
        "afterglow.messaging.push.url=https://push.example,afterglow.messaging.push.secret",
        "afterglow.messaging.webhook.endpoints.crm.url=https://crm.example,afterglow.messaging.webhook.endpoints.crm.secret",
        "afterglow.messaging.smtp.dkim.private-key=TOP-SECRET,afterglow.messaging.smtp.dkim.selector",
        "afterglow.messaging.smtp.idempotency-header=X-Key,afterglow.messaging.smtp.idempotency-window"
    })
    void halfOfAConfigurationDoesNotStartAndNamesWhatIsMissing(String given, String missing) {
        app.withPropertyValues(given)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining(missing)
                        .hasMessageNotContaining("TOP-SECRET"));
    }
}
