package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.MovableClock;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.channel.Channel.Handover;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.H2Extension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(H2Extension.class)
class WhatsAppChannelTest extends HttpChannelContract {

    private static final String NUMBER = "+49 151 12345678";

    private final MovableClock clock = new MovableClock();
    private WhatsAppWindows windows;

    @BeforeEach
    void use(Database database) {
        windows = database.transactional(new WhatsAppWindows(database.client(), clock));
    }

    @Test
    void whoDidNotWriteGetsTheTemplate() throws Exception {
        assertThat(handOver(channel())).isEqualTo(new Handover.Taken("wamid.7"));

        ScriptedHttpServer.Request request = server.requests().getFirst();
        assertThat(request.line()).startsWith("POST /v23.0/4711/messages ");
        assertThat(request.headers()).containsEntry("authorization", "Bearer " + SECRET);
        assertThat(json(request)).isEqualTo(new ObjectMapper().readTree("""
                                {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "4915112345678",
                                 "biz_opaque_callback_data": "0190f3b2-0000-7000-8000-000000000001", "type": "template",
                                 "template": {"name": "thank_you", "language": {"code": "de_DE"}, "components": [
                                   {"type": "body", "parameters": [{"type": "text", "text": "Ada"}, {"type": "text", "text": "#1001"}]}]}}
                                """));
    }

    @Test
    void whoWroteWithinADayGetsFreeText() throws Exception {
        windows.heardFrom("4915112345678", clock.instant());

        handOver(channel());
        assertThat(json(server.requests().getFirst()).path("text").path("body").asText())
                .isEqualTo("Hello");
    }

    @Test
    void aDayLaterTheWindowIsClosed() throws Exception {
        windows.heardFrom(NUMBER, clock.instant());
        windows.heardFrom(NUMBER, clock.instant().minus(Duration.ofHours(30)));
        clock.advance(Duration.ofHours(23));
        assertThat(windows.isOpen("+4915112345678")).as("the latest counts").isTrue();

        clock.advance(Duration.ofHours(1));
        handOver(channel());
        assertThat(json(server.requests().getFirst()).path("type").asText()).isEqualTo("template");
    }

    @Test
    void withoutATemplateNothingGoesToWhoDidNotWrite() throws Exception {
        assertThat(channel().handOver(envelope(NUMBER, new Rendered("", "", "Hello")), marks::incrementAndGet))
                .isEqualTo(new Handover.Refused("outside-window"));
        assertThat(server.requests()).isEmpty();
        assertThat(marks).hasValue(0);
    }

    @Test
    void parametersMayBeAJsonArrayAndTheTemplateInAnotherLanguage() throws Exception {
        Map<String, String> fields =
                Map.of("template", "t", "template-language", "en", "parameters", "[\"two\\nlines\", \"b\"]");
        channel().handOver(envelope(NUMBER, new Rendered("", "", "x", fields)), marks::incrementAndGet);

        JsonNode template = json(server.requests().getFirst()).path("template");
        assertThat(template.path("language").path("code").asText()).isEqualTo("en");
        assertThat(template.at("/components/0/parameters/0/text").asText()).isEqualTo("two\nlines");
    }

    @ParameterizedTest
    @CsvSource({
        "131047,outside-window",
        "131050,opted-out",
        "131026,invalid-number",
        "132001,template-refused",
        "100,whatsapp-100"
    })
    void theProvidersCodesHaveReasons(int code, String reason) throws Exception {
        server.answers(error(400, code));

        assertThat(handOver(channel())).isEqualTo(new Handover.Refused(reason));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 190, 80007, 130429, 131048, 131056})
    void limitsAndOurOwnTroubleMayPass(int code) {
        server.answers(error(400, code));

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> handOver(channel()));
    }

    @Override
    Channel channel(Duration deadline) {
        WhatsAppSettings settings = new WhatsAppSettings(server.url(), "v23.0", "4711", SECRET, null, deadline);
        return new WhatsAppChannel(settings, windows, SHOP, post);
    }

    @Override
    String fine() {
        return ScriptedHttpServer.json(200, "{\"messages\": [{\"id\": \"wamid.7\"}]}");
    }

    @Override
    String address() {
        return NUMBER;
    }

    @Override
    Map<String, String> fields() {
        return Map.of("template", "thank_you", "parameters", "Ada\n#1001\n");
    }

    @Override
    void refuses() {
        server.answers(error(400, 131026));
    }

    private static String error(int status, int code) {
        return ScriptedHttpServer.json(
                status, "{\"error\": {\"code\": %d, \"message\": \"%s\"}}".formatted(code, NUMBER));
    }

    private static JsonNode json(ScriptedHttpServer.Request request) throws Exception {
        return new ObjectMapper().readTree(request.body());
    }
}
