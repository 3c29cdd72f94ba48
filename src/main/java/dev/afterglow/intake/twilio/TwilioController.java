package dev.afterglow.intake.twilio;

import dev.afterglow.intake.providers.Proof;
import dev.afterglow.intake.providers.Strangers;
import dev.afterglow.messaging.HearingFromCustomers;
import dev.afterglow.messaging.TakingProviderEvents;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Takes Twilio's reports about text messages, and what customers text back. */
@RestController
@RequestMapping("/hooks/twilio")
class TwilioController {

    private static final String SIGNATURE = "X-Twilio-Signature";

    private final TwilioSettings settings;
    private final TakingProviderEvents events;
    private final HearingFromCustomers hearing;
    private final Clock clock;

    TwilioController(TwilioSettings settings, TakingProviderEvents events, HearingFromCustomers hearing, Clock clock) {
        this.settings = settings;
        this.events = events;
        this.hearing = hearing;
        this.clock = clock;
    }

    /** What became of a message; our id of it is in the address that went along with it. */
    @PostMapping("/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void status(
            HttpServletRequest request,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] sent) {
        Form form = verified(request, sent, signature);
        events.take(List.of(TwilioStatus.of(form, query(request).get("message"), clock.instant())));
    }

    /** What a customer wrote; the answer, if any, is sent by Twilio as a text message. */
    @PostMapping(path = "/inbound", produces = MediaType.APPLICATION_XML_VALUE)
    String inbound(
            HttpServletRequest request,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] sent) {
        Form form = verified(request, sent, signature);
        String answer = hearing.hear(TwilioStatus.inbound(form, clock.instant()))
                .map(words -> "<Message>" + HtmlUtils.htmlEscapeDecimal(words, "UTF-8") + "</Message>")
                .orElse("");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + answer + "</Response>";
    }

    private Form verified(HttpServletRequest request, byte @Nullable [] sent, @Nullable String signature) {
        byte[] body = sent == null ? new byte[0] : sent;
        if (!Proof.isConfigured(settings.authToken())) {
            throw Strangers.closed("Twilio", "afterglow.intake.twilio.auth-token");
        }
        if (!TwilioSignature.isValid(settings.authToken(), address(request), body, signature)) {
            throw Strangers.refused("The signature in " + SIGNATURE + " does not belong to this form at "
                    + address(request) + "; behind a proxy set afterglow.intake.twilio.base-url.");
        }
        return Form.read(body);
    }

    // why: asking the request for a parameter would read the form away before it is verified.
    private static Form query(HttpServletRequest request) {
        String query = request.getQueryString();
        return Form.read(query == null ? new byte[0] : query.getBytes(StandardCharsets.UTF_8));
    }

    private String address(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String base = settings.baseUrl();
        return (base == null || base.isBlank()
                        ? request.getRequestURL().toString()
                        : base.strip().replaceAll("/+$", "") + request.getRequestURI())
                + query;
    }
}
