package dev.afterglow.console;

import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import dev.afterglow.messaging.UncertainMessages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The messages about an order or to a customer, sent or not, and what they looked like. */
@RestController
class MessagesApi {

    private static final int MOST = 1000;

    private final Messages messages;
    private final UncertainMessages uncertain;

    MessagesApi(Messages messages, UncertainMessages uncertain) {
        this.messages = messages;
        this.uncertain = uncertain;
    }

    record Answer(List<OneMessage> messages) {}

    record OneMessage(
            String id,
            String journey,
            String step,
            String occasion,
            String channel,
            String purpose,
            String template,
            @Nullable String locale,
            @Nullable String subject,
            String status,
            @Nullable String reason,
            @Nullable Instant notBefore,
            int resends,
            Instant decidedAt,
            @Nullable Instant sentAt) {}

    @GetMapping("/api/messages")
    Answer list(
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String status) {
        List<Message> found = status == null
                ? About.oneOf(order, customer).list(messages::ofOrder, messages::ofCustomer)
                : uncertain(order, customer, status);
        return new Answer(found.stream().map(MessagesApi::message).toList());
    }

    private List<Message> uncertain(@Nullable String order, @Nullable String customer, String status) {
        if (!status.equals("uncertain") || order != null || customer != null) {
            throw new NotUnderstood("The query parameter \"status\" can only be \"uncertain\", and stands alone.");
        }
        return uncertain.waiting(MOST);
    }

    @GetMapping("/api/messages/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        return RenderedMail.html(messages.html(id).orElseThrow(() -> nothingRendered(id)));
    }

    @GetMapping("/api/messages/{id}/text")
    ResponseEntity<String> text(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(messages.plain(id).orElseThrow(() -> nothingRendered(id)));
    }

    private static NotKnown nothingRendered(String id) {
        return new NotKnown("Nothing was rendered for a message with the id \"" + id + "\".");
    }

    private static OneMessage message(Message message) {
        return new OneMessage(
                message.id(),
                message.journey(),
                message.step(),
                message.occasion(),
                message.channel(),
                message.purpose(),
                message.template(),
                message.locale(),
                message.subject(),
                message.status().word(),
                message.reason(),
                message.notBefore(),
                message.resends(),
                message.decidedAt(),
                message.sentAt());
    }
}
