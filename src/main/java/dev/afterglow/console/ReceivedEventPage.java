package dev.afterglow.console;

import dev.afterglow.access.Role;
import dev.afterglow.journey.ReplayingEvents;
import java.security.Principal;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One event that came in: what was told, what became of it, and who did something about it. */
@StaffPage
class ReceivedEventPage {

    private static final String UNMASKED = "unmasked";

    private final ReceivedEvents events;
    private final ReplayingEvents replays;
    private final Looks looks;

    ReceivedEventPage(ReceivedEvents events, ReplayingEvents replays, Looks looks) {
        this.events = events;
        this.replays = replays;
        this.looks = looks;
    }

    @GetMapping("/received/{id}")
    String show(@PathVariable String id, Model model, Authentication somebody) {
        ReceivedEvent event = known(id);
        boolean operator = Role.OPERATOR.isOf(somebody);
        boolean open = operator && Boolean.TRUE.equals(model.getAttribute(UNMASKED));
        model.addAttribute("event", event);
        model.addAttribute("subject", operator ? event.subject() : Mask.overId(event.subject()));
        model.addAttribute("senderEventId", operator ? event.senderEventId() : Mask.overId(event.senderEventId()));
        model.addAttribute("open", open);
        if (event.hasBody()) {
            String body = events.body(event.seq());
            model.addAttribute("body", open ? RawBody.open(body) : RawBody.masked(body));
        }
        model.addAttribute("replays", replays.of(id));
        model.addAttribute("looks", looks.of(event.seq()));
        return "received-event";
    }

    /** Looks behind the mask, once: the page that follows shows it, and loaded again it does not. */
    @PostMapping("/received/{id}/unmasked")
    String unmask(@PathVariable String id, Principal somebody, RedirectAttributes then) {
        looks.record(known(id).seq(), somebody.getName());
        then.addFlashAttribute(UNMASKED, true);
        return "redirect:/received/{id}";
    }

    private ReceivedEvent known(String id) {
        return events.find(id).orElseThrow(() -> new NotKnown("No such event."));
    }
}
