package dev.afterglow.console;

import dev.afterglow.messaging.Messages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rendered mail inside the frame on its page. */
@Controller
class MailFrame {

    private final Messages messages;

    MailFrame(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/messages/{id}/html")
    ResponseEntity<String> show(@PathVariable String id) {
        return RenderedMail.html(messages.html(id).orElseThrow(() -> new NotKnown("Nothing was rendered.")));
    }
}
