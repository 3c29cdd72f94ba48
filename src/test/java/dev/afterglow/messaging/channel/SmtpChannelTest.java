package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.ShopSettings;
import dev.afterglow.messaging.channel.Channel.Handover;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpChannelTest {

    private static final Envelope ENVELOPE =
            new Envelope(
            "m-1",
            "ada@example.com",
            new Rendered("Grüße, Ada", "<p>Hello</p>", "Hello\n"),
            Purpose.SERVICE,
            "en",
            Instant.parse("2026-05-10T12:00:00Z"),
            null);

    private final AtomicInteger marks = new AtomicInteger();

    @Test
    void aMailIsHandedOverWithBothPartsAndAStableId() throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            assertThat(handOver(server)).isEqualTo(new Handover.Taken());
            assertThat(server.received())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail)
                            .contains("Message-ID: <m-1@shop.example>")
                            .contains("To: ada@example.com")
                            .contains("Subject: =?UTF-8?")
                            .contains("Auto-Submitted: auto-generated")
                            .contains("text/plain")
                            .contains("text/html"));
            assertThat(marks).hasValue(1);
        }
    }

    @Test
    void theSecondAttemptHasTheSameMessageId() throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            handOver(server);
            handOver(server);
            assertThat(server.received())
                    .hasSize(2)
                    .allSatisfy(mail -> assertThat(mail).contains("Message-ID: <m-1@shop.example>"));
        }
    }

    @Test
    void anAddressThatIsRefusedForGoodIsAnAnswer() throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of("RCPT", "550 no such user"))) {
            assertThat(handOver(server)).isEqualTo(new Handover.Refused("smtp-550"));
            assertThat(server.received()).isEmpty();
            assertThat(marks).as("never near the point of no return").hasValue(0);
        }
    }

    @Test
    void aServerThatIsBusyIsAskedAgainLater() throws Exception {
        for (String verb : new String[] {"MAIL", "RCPT", "DATA"}) {
            try (var server = new ScriptedSmtpServer(Map.of(verb, "451 later"))) {
                assertThatThrownBy(() -> handOver(server)).as(verb).isInstanceOf(TransientFailure.class);
                assertThat(server.received()).isEmpty();
            }
        }
        assertThat(marks).hasValue(0);
    }

    @Test
    void aServerThatHangsUpBeforeTheDotSurelyHasNotGotIt() throws Exception {
        for (String verb : new String[] {"EHLO", "MAIL", "RCPT", "DATA"}) {
            try (var server = new ScriptedSmtpServer(Map.of(verb, ScriptedSmtpServer.HANG_UP, "HELO", ""))) {
                assertThatThrownBy(() -> handOver(server)).as(verb).isInstanceOf(TransientFailure.class);
            }
        }
        assertThat(marks).hasValue(0);
    }

    @Test
    void aServerThatHangsUpAfterTheDotLeavesItUncertain() throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of(ScriptedSmtpServer.DOT, ScriptedSmtpServer.HANG_UP))) {
            assertThatThrownBy(() -> handOver(server)).isInstanceOf(Channel.NobodyKnows.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void aRefusalAfterTheDotIsAnAnswerAndNotUncertain() throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of(ScriptedSmtpServer.DOT, "554 spam"))) {
            assertThat(handOver(server)).isEqualTo(new Handover.Refused("smtp-554"));
        }
        try (var server = new ScriptedSmtpServer(Map.of(ScriptedSmtpServer.DOT, "452 disk full"))) {
            assertThatThrownBy(() -> handOver(server)).isInstanceOf(TransientFailure.class);
        }
    }

    @Test
    void nobodyAtHomeIsTroubleThatMayPass() throws Exception {
        int port;
        try (var server = new ScriptedSmtpServer(Map.of())) {
            port = server.port();
        }
        assertThatThrownBy(() -> channel(port).handOver(ENVELOPE, marks::incrementAndGet))
                .isInstanceOf(TransientFailure.class)
                .hasMessageNotContaining("ada@example.com");
    }

    @Test
    void whenTheLeaseIsLostAtThePointOfNoReturnNothingLeaves() throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            assertThatThrownBy(() -> channel(server.port()).handOver(ENVELOPE, () -> {
                        throw new IllegalStateException("no longer ours");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(server.received()).isEmpty();
        }
    }

    private Handover handOver(ScriptedSmtpServer server) {
        return channel(server.port()).handOver(ENVELOPE, marks::incrementAndGet);
    }

    private static SmtpChannel channel(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.timeout", "5000");
        properties.setProperty("mail.smtp.connectiontimeout", "5000");
        properties.setProperty("mail.smtp.quitwait", "false");
        server.setJavaMailProperties(properties);
        ShopSettings shop =
                new ShopSettings("Shop", null, "Shop <hello@shop.example>", Locale.ENGLISH, ZoneId.of("UTC"));
        return new SmtpChannel(server, shop);
    }
}
