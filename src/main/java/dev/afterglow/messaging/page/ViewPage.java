package dev.afterglow.messaging.page;

import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import dev.afterglow.messaging.PublicPage;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A message as a page, for mail programs that show it badly. */
@PublicPage
class ViewPage {

    // why: no script runs and no form leaves; its links are the customer's to follow.
    private static final String LOCKED_IN = """
            sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src https: data:; \
            style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'""";

    private final Door door;
    private final Messages messages;
    private final Speech speech;
    private final Visits visits;

    ViewPage(Door door, Messages messages, Speech speech, Visits visits) {
        this.door = door;
        this.messages = messages;
        this.speech = speech;
        this.visits = visits;
    }

    @GetMapping("/v/{token}")
    Object show(@PathVariable String token, HttpServletRequest request, Model model) {
        Grant grant = door.open(Scope.VIEW, token, request);
        visits.count(token, request);
        Optional<String> html = messages.html(grant.messageId()).filter(text -> !text.isBlank());
        return html.isPresent() ? locked(html.get()) : plain(grant, request, model);
    }

    private static ResponseEntity<String> locked(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", LOCKED_IN)
                .body(html);
    }

    private String plain(Grant grant, HttpServletRequest request, Model model) {
        String text = messages.plain(grant.messageId()).orElseThrow(NothingHere::anyMore);
        Texts texts = speech.fill(model, speech.of(grant, request));
        model.addAttribute(
                "title",
                messages.find(grant.messageId())
                        .map(Message::subject)
                        .filter(subject -> !subject.isBlank())
                        .orElseGet(() -> texts.say("view.plain.title")));
        model.addAttribute("plain", text);
        return "public/plain";
    }
}
