package dev.afterglow.intake.twilio;

import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.providers.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TwilioForgeryTest {

    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String FORM =
            "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309&From=%2B14158675309";

    @Test
    void noneOfTenThousandForgeriesIsAccepted() {
        Mutations.ofAll(
                10_000,
                Map.of("address", URL, "form", FORM, "token", "12345", "signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
                TwilioForgeryTest::isAccepted);
    }

    private static boolean isAccepted(Map<String, byte[]> parts) {
        try {
            return isGenuineOrSaysSomethingElse(parts.get("form"))
                    && TwilioSignature.isValid(
                            text(parts, "token"), text(parts, "address"), parts.get("form"), text(parts, "signature"));
        } catch (Refusal notAForm) {
            return false;
        }
    }

    // why: Twilio signs the fields put together, sorted; the same ones in another order or encoding are the same form.
    private static boolean isGenuineOrSaysSomethingElse(byte[] form) {
        byte[] genuine = FORM.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(form, genuine) || !signed(form).equals(signed(genuine));
    }

    private static String signed(byte[] form) {
        return Form.read(form).fields().entrySet().stream()
                .map(field -> field.getKey() + String.join("", field.getValue()))
                .collect(Collectors.joining());
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }
}
