package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.channel.Channel.Handover;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.AllAtOnce;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpChannelTest extends ChannelContract {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<SmtpChannel> opened = new ArrayList<>();
    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer(Map.of());
    }

    @AfterEach
    void stop() throws IOException {
        opened.forEach(SmtpChannel::close);
        server.close();
    }

    @Test
    void theServersNameForTheMailIsKept() {
        assertThat(handOver(channel())).isEqualTo(new Handover.Taken("Q100000"));
    }

    @Test
    void mailsShareAConnection() {
        SmtpChannel channel = channel();
        handOver(channel);
        handOver(channel);
        handOver(channel);

        assertThat(server.received()).hasSize(3);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionHasItsShareOfMailsAndIsThenClosed() {
        SmtpChannel channel = channel(smtp(4, 2, Duration.ofSeconds(30), Duration.ofMinutes(1)));
        for (int i = 0; i < 5; i++) {
            handOver(channel);
        }

        assertThat(server.received()).hasSize(5);
        assertThat(server.connections()).isEqualTo(3);
        await().atMost(SOON)
                .until(() -> server.verbs().stream().filter("QUIT"::equals).count() == 2);
    }

    @Test
    void aConnectionNobodyUsesIsClosed() {
        SmtpChannel channel = channel(smtp(4, 100, Duration.ofMillis(20), Duration.ofMinutes(1)));
        handOver(channel);

        await().atMost(SOON).until(() -> server.verbs().contains("QUIT"));
        assertThat(handOver(channel)).isInstanceOf(Handover.Taken.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void thereAreNeverMoreConnectionsThanAllowed() {
        SmtpChannel channel = channel(smtp(2, 100, Duration.ofSeconds(30), Duration.ofMinutes(1)));

        List<Handover> answers = AllAtOnce.run(8, any -> handOver(channel));

        assertThat(answers).hasSize(8).allSatisfy(answer -> assertThat(answer).isInstanceOf(Handover.Taken.class));
        assertThat(server.connections()).isBetween(1, 2);
    }

    @Test
    void aConnectionThatBrokeWhileRestingCostsNothing() throws IOException {
        SmtpChannel channel = channel();
        handOver(channel);
        server.hangUp();

        assertThat(handOver(channel)).isInstanceOf(Handover.Taken.class);
        assertThat(server.received()).hasSize(2);
        assertThat(marks).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aServerThatHasEnoughOfAConnectionGetsTheMailOverAnother(String verb) {
        SmtpChannel channel = channel();
        handOver(channel);
        server.answersOnce(verb, verb.equals("MAIL") ? "421 too many mails" : ScriptedSmtpServer.HANG_UP);

        assertThat(handOver(channel)).isInstanceOf(Handover.Taken.class);
        assertThat(server.received()).hasSize(2);
        assertThat(server.connections()).isEqualTo(2);
        assertThat(marks).hasValue(2);
    }

    @Test
    void aConnectionThatBreaksAfterTheDotIsNotTriedAgain() {
        SmtpChannel channel = channel();
        handOver(channel);
        server.answersOnce(ScriptedSmtpServer.DOT, ScriptedSmtpServer.HANG_UP);

        assertThatThrownBy(() -> handOver(channel)).isInstanceOf(Channel.NobodyKnows.class);
        assertThat(server.received()).hasSize(2);
        assertThat(marks).hasValue(2);
    }

    @Test
    void theNextMailFindsTheConnectionInOrderAfterOneThatWasRefused() {
        SmtpChannel channel = channel();
        server.answersOnce("RCPT", "550 no such user");
        assertThat(handOver(channel)).isEqualTo(new Handover.Refused("smtp-550"));

        assertThat(handOver(channel)).isInstanceOf(Handover.Taken.class);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.verbs()).containsSubsequence("RCPT", "RSET", "MAIL", "RCPT", "DATA");
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550", "RCPT,553", "DATA,554", "'.',554", "'.',552"})
    void whatIsRefusedForGoodIsAnAnswer(String place, String code) {
        server.answers(place, code + " no");

        assertThat(handOver(channel())).isEqualTo(new Handover.Refused("smtp-" + code));
        assertThat(marks).hasValue(place.equals(".") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL,451",
        "RCPT,450",
        "RCPT,451",
        "DATA,451",
        "'.',452",
        "MAIL,421",
        "EHLO,421",
        "(greeting),421",
        "(greeting),554"
    })
    void whatMayPassIsTrouble(String place, String code) {
        server.answers(place, code + " later").answers("HELO", code + " later");
        SmtpChannel channel = channel();

        assertThatThrownBy(() -> handOver(channel)).isInstanceOf(TransientFailure.class);
        assertThat(marks).hasValue(place.equals(".") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"550", "553", "554"})
    void aSenderTheServerDoesNotWantIsTroubleForTheOperatorAndNoFaultOfTheMessage(String code) {
        server.answers("MAIL", code + " not you");
        SmtpChannel channel = channel();

        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(() -> handOver(channel))
                .withMessage("the mail server does not want our sender (" + code + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(greeting)", "EHLO", "MAIL", "RCPT", "DATA"})
    void aServerThatHangsUpBeforeTheDotSurelyHasNotGotIt(String place) {
        server.answers(place, ScriptedSmtpServer.HANG_UP).answers("HELO", ScriptedSmtpServer.HANG_UP);
        SmtpChannel channel = channel();

        assertThatThrownBy(() -> handOver(channel)).isInstanceOf(TransientFailure.class);
        assertThat(marks).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "(greeting),(silence)", "EHLO,(silence)", "MAIL,(silence)", "RCPT,(silence)", "DATA,(silence)",
        "(greeting),(drip)", "EHLO,(drip)", "MAIL,(drip)", "RCPT,(drip)", "DATA,(drip)"
    })
    void aServerThatDoesNotComeToAnEndIsCutOffAtTheDeadline(String place, String how) {
        server.answers(place, how);
        SmtpChannel channel = impatient();

        assertThatThrownBy(() -> handOver(channel)).isInstanceOf(TransientFailure.class);
        assertThat(marks).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedSmtpServer.SILENCE, ScriptedSmtpServer.DRIP, ScriptedSmtpServer.HANG_UP})
    void afterTheDotThatLeavesItUncertain(String how) {
        server.answers(ScriptedSmtpServer.DOT, how);
        SmtpChannel channel = impatient();

        assertThatThrownBy(() -> handOver(channel)).isInstanceOf(Channel.NobodyKnows.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aMarkThatTakesLongerThanTheDeadlineSendsNoDot() {
        SmtpChannel channel = impatient();

        assertThatThrownBy(() -> channel.handOver(
                        envelope(),
                        () -> await().atMost(SOON).until(() -> server.verbs().contains("DATA") && server.isDeserted())))
                .isInstanceOf(TransientFailure.class);
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.com",
                "ada@example.com,eve@example.com",
                "ada@example.com\r\nRCPT TO:<eve@example.com>",
                "ada@example.com\nBcc: eve@example.com",
                "Ada <ada@example.com>",
                "<ada@example.com>",
                "ada@exa mple.com",
                "ada@-example.com",
                "ada..l@example.com",
                "ada@[127.0.0.1]",
                "\"a d a\"@example.com",
                "group:ada@example.com;",
                "ada@example.com\0"
            })
    void whatIsNoAddressIsRefusedAndNobodyIsAsked(String address) {
        assertThat(channel().handOver(envelope(address, new Rendered("s", "", "p")), marks::incrementAndGet))
                .isEqualTo(new Handover.Refused("invalid-address"));
        assertThat(server.connections()).isZero();
    }

    @Test
    void aDomainInAnyScriptIsWrittenAsMailServersKnowIt() {
        channel().handOver(envelope("ada@grüße.example", new Rendered("s", "", "p")), marks::incrementAndGet);

        assertThat(server.lines()).contains("RCPT TO:<ada@xn--gre-6ka8l.example>");
        assertThat(server.received().getFirst()).contains("To: ada@xn--gre-6ka8l.example");
    }

    @Test
    void anAddressOfAnyLettersNeedsAServerThatTakesThem() {
        Envelope envelope = envelope("añda@example.com", new Rendered("s", "", "p"));
        SmtpChannel channel = channel();
        assertThat(channel.handOver(envelope, marks::incrementAndGet))
                .isEqualTo(new Handover.Refused("address-needs-smtputf8"));
        assertThat(marks).hasValue(0);

        server.answers("EHLO", "250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8");
        assertThat(channel.handOver(envelope, marks::incrementAndGet)).isInstanceOf(Handover.Taken.class);
        assertThat(server.lines()).contains("RCPT TO:<añda@example.com>").anyMatch(line -> line.endsWith(" SMTPUTF8"));
        assertThat(server.received().getFirst()).contains("To: añda@example.com");
    }

    @Override
    SmtpChannel channel() {
        return channel(smtp(8, 100, Duration.ofSeconds(30), Duration.ofMinutes(1)));
    }

    @Override
    SmtpChannel impatient() {
        return channel(smtp(8, 100, Duration.ofSeconds(30), Duration.ofMillis(200)));
    }

    @Override
    String address() {
        return "ada@example.com";
    }

    @Override
    void refuses() {
        server.answers("RCPT", "550 5.1.1 <ada@example.com>: no such user");
    }

    @Override
    void isBusy() {
        server.answers("RCPT", "451 4.7.1 <ada@example.com>: greylisted");
    }

    @Override
    void isGone() throws IOException {
        server.close();
    }

    @Override
    void breaksAfterTaking() {
        server.answers(ScriptedSmtpServer.DOT, ScriptedSmtpServer.HANG_UP);
    }

    @Override
    void isSilentAfterTaking() {
        server.answers(ScriptedSmtpServer.DOT, ScriptedSmtpServer.SILENCE);
    }

    @Override
    void recovers() {
        server.answers(ScriptedSmtpServer.DOT, "250 taken");
    }

    @Override
    int reached() {
        return server.received().size();
    }

    private static SmtpSettings smtp(int connections, int mails, Duration idle, Duration deadline) {
        return new SmtpSettings(
                connections,
                mails,
                idle,
                deadline,
                null,
                Duration.ZERO,
                null,
                null,
                new SmtpSettings.Dkim(null, null, null));
    }

    private SmtpChannel channel(SmtpSettings settings) {
        JavaMailSenderImpl to = new JavaMailSenderImpl();
        to.setHost("127.0.0.1");
        to.setPort(server.port());
        to.setUsername("ada");
        to.setPassword(SECRET);
        Shops shop = SomeShops.one("Shop", null, "Shop <hello@shop.example>", Locale.ENGLISH, ZoneId.of("UTC"));
        SmtpChannel channel = new SmtpChannel(to, shop, settings);
        opened.add(channel);
        return channel;
    }
}
