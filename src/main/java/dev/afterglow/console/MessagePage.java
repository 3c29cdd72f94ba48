package dev.afterglow.console;

import dev.afterglow.journey.Editions;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import dev.afterglow.messaging.ProviderEvents;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One message: what became of it and what it looked like. */
@StaffPage
class MessagePage {

    private final Messages messages;
    private final MessageStories stories;
    private final ProviderEvents events;
    private final Editions editions;

    MessagePage(Messages messages, MessageStories stories, ProviderEvents events, Editions editions) {
        this.editions = editions;
        this.messages = messages;
        this.stories = stories;
        this.events = events;
    }

    @GetMapping("/messages/{id}")
    String show(@PathVariable String id, Model model) {
        Message message = messages.find(id).orElseThrow(() -> new NotKnown("No such message."));
        String reason = message.reason();
        model.addAttribute("message", message);
        model.addAttribute("name", PlainWords.message(message.template()));
        model.addAttribute("channel", PlainWords.channel(message.channel()));
        model.addAttribute(
                "outcome",
                Outcome.ofMessage(message.template(), message.status().word(), reason));
        model.addAttribute("why", reason == null ? null : PlainWords.reason(reason));
        stories.of(id).ifPresent(story -> {
            model.addAttribute("chapters", story.chapters());
            model.addAttribute("others", story.others());
        });
        model.addAttribute(
                "cameBack", events.ofMessage(id).stream().map(CameBack::of).toList());
        String edition = message.edition();
        model.addAttribute("edition", edition == null ? null : editions.mark(edition));
        model.addAttribute("topic", PlainWords.topic(message.topic()));
        model.addAttribute("visits", messages.visits(id));
        model.addAttribute("hasHtml", messages.html(id).isPresent());
        String plain = messages.plain(id).orElse(null);
        model.addAttribute("plain", plain);
        model.addAttribute("sms", plain != null && message.channel().equals("sms") ? Sms.of(plain) : null);
        return "message";
    }
}
