package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailWriterTest {

    private static final String ID = "0190f3b2-0000-7000-8000-000000000001";
    private static final Instant DATE = Instant.parse("2026-05-10T12:00:00Z");
    private static final Rendered WORDS = new Rendered("Grüße, Ada 😀", "<p>谢谢</p>\n", "Grüße\n.\nvon uns\n");

    @Test
    void eachShopWritesUnderItsOwnNameAndAddress() throws Exception {
        MailWriter writer = new MailWriter(SomeShops.withBlue(shop("Shop <hello@shop.example>")), settings(null, null));
        Envelope envelope = envelope(WORDS, null);

        MimeMessage fromBlue = parsed(bytes(writer, envelope.in(SomeShops.BLUE)));
        assertThat(header(fromBlue, "From")).isEqualTo("Blue <hi@blue.example>");
        assertThat(header(fromBlue, "Message-ID")).isEqualTo("<" + ID + "@blue.example>");
        assertThat(header(fromBlue, "Feedback-ID")).endsWith(":blue-example");
        assertThat(header(parsed(bytes(writer, envelope)), "From")).isEqualTo("Shop <hello@shop.example>");
    }

    @Test
    void aMailHasBothPartsAndTheHeadersThatSayWhatItIs() throws Exception {
        MimeMessage mail = parsed(written(envelope(WORDS, "https://shop.example/u/abc")));

        assertThat(mail.getSubject()).isEqualTo("Grüße, Ada 😀");
        assertThat(header(mail, "Message-ID")).isEqualTo("<" + ID + "@shop.example>");
        assertThat(header(mail, "Date")).isEqualTo("Sun, 10 May 2026 12:00:00 +0000");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "X-Entity-Ref-ID")).isEqualTo(ID);
        assertThat(header(mail, "Content-Language")).isEqualTo("de-DE");
        assertThat(header(mail, "Feedback-ID")).isEqualTo("de-DE:marketing:email:shop-example");
        assertThat(header(mail, "List-Unsubscribe")).isEqualTo("<https://shop.example/u/abc>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße\r\n.\r\nvon uns\r\n");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>谢谢</p>\r\n");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void aMailNobodyCanUnsubscribeFromDoesNotOfferIt() throws Exception {
        MimeMessage mail = parsed(written(envelope(WORDS, null)));

        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(mail.getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void unsubscribingByMailAndTheProvidersHeaderAreThereWhenConfigured() throws Exception {
        SmtpSettings settings = settings("Resend-Idempotency-Key", "leave@shop.example");
        MimeMessage mail = parsed(written(settings, envelope(WORDS, "https://shop.example/u/abc")));

        assertThat(header(mail, "Resend-Idempotency-Key")).isEqualTo(ID);
        assertThat(header(mail, "List-Unsubscribe").replaceAll("\\s+", " "))
                .isEqualTo("<https://shop.example/u/abc>, <mailto:leave@shop.example?subject=unsubscribe>");
    }

    @Test
    void withoutHtmlThereIsOnlyText() throws Exception {
        MimeMessage mail = parsed(written(envelope(new Rendered("s", "", "Hello"), null)));

        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getContent()).isEqualTo("Hello");
    }

    @Test
    void twoAttemptsAreTheSameByteForByteWhereverTheyAreMade() throws Exception {
        byte[] first = written(envelope(WORDS, "https://shop.example/u/abc"));
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(written(envelope(WORDS, "https://shop.example/u/abc"))).isEqualTo(first);
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    @Test
    void everyLineEndsAsMailWantsItAndNoneIsTooLong() throws Exception {
        String html = "<p>" + "x".repeat(5000) + "</p>\n<p>bare\rreturn\nand feed</p>";
        String mail = new String(
                written(envelope(new Rendered("s".repeat(700), html, "y".repeat(3000)), null)), StandardCharsets.UTF_8);

        assertThat(mail.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(mail.split("\r\n", -1)).allMatch(line -> line.length() <= 998);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nBcc: eve@example.com",
                "\nBcc: eve@example.com",
                "\rBcc: eve@example.com",
                "\u2028Bcc: e",
                "\0\u001b[2J"
            })
    void nothingCanPutAHeaderIntoAMail(String attack) throws Exception {
        Envelope envelope = new Envelope(
                ID + attack,
                "ada@example.com",
                new Rendered("Hello" + attack, "<p>x</p>" + attack, "x" + attack),
                Purpose.MARKETING,
                "de" + attack,
                DATE,
                null);
        Shops shop = shop("Shop <hello@shop.example>");
        SmtpSettings settings = settings("X-Idempotency", "leave@shop.example" + attack);

        MimeMessage mail = parsed(bytes(new MailWriter(shop, settings), envelope));
        assertThat(names(mail))
                .containsExactlyInAnyOrder(
                        "Message-ID",
                        "Date",
                        "From",
                        "To",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted",
                        "X-Entity-Ref-ID",
                        "X-PM-Metadata-afterglow-message",
                        "Feedback-ID",
                        "Content-Language",
                        "X-Idempotency");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).doesNotContainPattern("\\p{Cntrl}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/u\r\nBcc: eve@example.com",
                "javascript:alert(1)",
                "mailto:a@b",
                "/u/abc",
                "https://",
                "https://a> <b"
            })
    void aLinkThatIsNoneIsABugAndNotSent(String link) {
        assertThatIllegalArgumentException().isThrownBy(() -> written(envelope(WORDS, link)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "Shop <hello@>", "a@b.example, c@d.example", "Shop <hé@shop.example>"})
    void aSenderThatIsNoneIsSaidAtTheStart(String from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailWriter(shop(from), settings(null, null)))
                .withMessageContaining("afterglow.shop.from");
    }

    @Test
    void aSendersNameMayHaveAnyLetters() throws Exception {
        MimeMessage mail = parsed(bytes(
                new MailWriter(shop("Größe & Söhne <hello@grüße.example>"), settings(null, null)),
                envelope(WORDS, null)));

        assertThat(mail.getFrom()[0])
                .hasToString("=?UTF-8?Q?Gr=C3=B6=C3=9Fe_=26_S=C3=B6hne?= <hello@xn--gre-6ka8l.example>");
    }

    static Envelope envelope(Rendered words, @Nullable String unsubscribe) {
        return new Envelope(ID, "ada@example.com", words, Purpose.MARKETING, "de-DE", DATE, unsubscribe);
    }

    static Shops shop(String from) {
        return SomeShops.one("Shop", null, from, Locale.ENGLISH, ZoneId.of("UTC"));
    }

    static byte[] bytes(MailWriter writer, Envelope envelope) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(envelope, MailAddress.of(envelope.to()).orElseThrow()).writeTo(out);
        return out.toByteArray();
    }

    private static byte[] written(Envelope envelope) throws Exception {
        return written(settings(null, null), envelope);
    }

    private static byte[] written(SmtpSettings settings, Envelope envelope) throws Exception {
        return bytes(new MailWriter(shop("Shop <hello@shop.example>"), settings), envelope);
    }

    private static SmtpSettings settings(@Nullable String idempotency, @Nullable String mailto) {
        return new SmtpSettings(
                8,
                100,
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                idempotency,
                idempotency == null ? Duration.ZERO : Duration.ofHours(24),
                mailto,
                null,
                new SmtpSettings.Dkim(null, null, null));
    }

    private static MimeMessage parsed(byte[] mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }

    private static String header(MimeMessage mail, String name) throws Exception {
        assertThat(mail.getHeader(name)).as(name).hasSize(1);
        return mail.getHeader(name)[0];
    }

    private static List<String> names(MimeMessage mail) throws Exception {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(jakarta.mail.Header::getName)
                .toList();
    }
}
