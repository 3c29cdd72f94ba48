package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.afterglow.messaging.channel.Channel.Handover;
import dev.afterglow.messaging.words.Rendered;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsChannelTest extends HttpChannelContract {

    @Test
    void aTextMessageIsAFormWithOurReference() {
        assertThat(handOver(channel())).isEqualTo(new Handover.Taken("SM123"));

        ScriptedHttpServer.Request request = server.requests().getFirst();
        assertThat(request.line()).startsWith("POST /2010-04-01/Accounts/AC1/Messages.json ");
        assertThat(request.headers().get("authorization"))
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString(("AC1:" + SECRET).getBytes()));
        assertThat(request.form())
                .isEqualTo(Map.of(
                        "To", "+4915112345678",
                        "From", "+15005550006",
                        "Body", "Hello\n",
                        "StatusCallback",
                                "https://shop.example/hooks?a=b&message=0190f3b2-0000-7000-8000-000000000001"));
    }

    @Test
    void aMessagingServiceIsNamedAsOne() {
        new SmsChannel(settings("MG77", LONG), SHOP, post).handOver(envelope(), marks::incrementAndGet);

        assertThat(server.requests().getFirst().form())
                .containsEntry("MessagingServiceSid", "MG77")
                .doesNotContainKey("From");
    }

    @ParameterizedTest
    @CsvSource({
        "21610,opted-out",
        "21211,invalid-number",
        "21614,invalid-number",
        "21612,invalid-number",
        "21617,sms-21617"
    })
    void theProvidersCodesHaveReasons(int code, String reason) {
        server.answers(ScriptedHttpServer.json(400, "{\"code\": %d, \"message\": \"no\"}".formatted(code)));

        assertThat(handOver(channel())).isEqualTo(new Handover.Refused(reason));
    }

    @Test
    void aRefusalWithoutACodeHasTheStatus() {
        server.answers(ScriptedHttpServer.json(400, "<html>"));

        assertThat(handOver(channel())).isEqualTo(new Handover.Refused("sms-400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "+", "12", "+49 151 12345678 \n To: +1", "0151 1", "ada@example.com"})
    void whatIsNoNumberIsRefusedAndNobodyIsAsked(String number) {
        assertThat(channel().handOver(envelope(number, new Rendered("", "", "p")), marks::incrementAndGet))
                .isEqualTo(new Handover.Refused("invalid-number"));
        assertThat(server.requests()).isEmpty();
        assertThat(marks).hasValue(0);
    }

    @Test
    void halfOfTheSettingsIsSaidAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmsSettings("https://a.example", "AC1", "top-secret", " ", null, null, LONG))
                .withMessageContaining("afterglow.messaging.sms.from must be set too")
                .withMessageNotContaining("top-secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmsSettings("http://a.example", null, null, null, null, null, LONG))
                .withMessageContaining("afterglow.messaging.sms.url");
    }

    @Test
    void theTokenIsNotInTheText() {
        assertThat(settings("+15005550006", LONG).toString()).doesNotContain(SECRET);
    }

    @Override
    Channel channel(Duration deadline) {
        return new SmsChannel(settings("+15005550006", deadline), SHOP, post);
    }

    @Override
    String fine() {
        return ScriptedHttpServer.json(201, "{\"sid\": \"SM123\", \"status\": \"queued\"}");
    }

    @Override
    String address() {
        return "0151 12345678";
    }

    @Override
    void refuses() {
        server.answers(ScriptedHttpServer.json(400, "{\"code\": 21610, \"message\": \"0151 12345678 said STOP\"}"));
    }

    private SmsSettings settings(String from, Duration deadline) {
        return new SmsSettings(server.url(), "AC1", SECRET, from, "https://shop.example/hooks?a=b", null, deadline);
    }
}
