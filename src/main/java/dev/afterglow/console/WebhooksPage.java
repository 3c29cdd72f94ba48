package dev.afterglow.console;

import dev.afterglow.messaging.OutgoingWebhooks;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Messages to programs: which endpoints fail, what is on its way, and sending again. */
@StaffPage
class WebhooksPage {

    private static final String BACK = "redirect:/webhooks";

    private final OutgoingWebhooks webhooks;
    private final WebhookDesk desk;
    private final Times times;

    WebhooksPage(OutgoingWebhooks webhooks, WebhookDesk desk, Times times) {
        this.webhooks = webhooks;
        this.desk = desk;
        this.times = times;
    }

    @GetMapping("/webhooks")
    String show(Model model) {
        model.addAttribute("endpoints", desk.endpoints());
        model.addAttribute("deliveries", desk.latest());
        return "webhooks";
    }

    @PostMapping("/webhooks/endpoints/{name}/enable")
    String enable(@PathVariable String name, RedirectAttributes then) {
        Said said = webhooks.enable(name)
                ? new Said("%s is enabled. What waits for it leaves now.".formatted(name), Tone.GOOD)
                : new Said("Nothing was changed: %s is not disabled.".formatted(name), Tone.QUIET);
        then.addFlashAttribute("said", said);
        return BACK;
    }

    @PostMapping("/webhooks/endpoints/{name}/replay")
    String replaySince(@PathVariable String name, @RequestParam String since, RedirectAttributes then) {
        then.addFlashAttribute("said", again(name, since));
        return BACK;
    }

    @PostMapping("/webhooks/deliveries/{id}/replay")
    String replay(@PathVariable String id, RedirectAttributes then) {
        if (!webhooks.replay(id)) {
            throw new NotKnown("No such delivery.");
        }
        then.addFlashAttribute("said", new Said("It leaves again, under the same id.", Tone.GOOD));
        return BACK;
    }

    private Said again(String name, String since) {
        try {
            int many = webhooks.replaySince(name, times.at(LocalDateTime.parse(since)));
            return switch (many) {
                case 0 -> new Said("Nothing was written for %s since then.".formatted(name), Tone.QUIET);
                case 1 -> new Said("One leaves again, under the same id.", Tone.GOOD);
                default -> new Said("%d leave again, under the same ids.".formatted(many), Tone.GOOD);
            };
        } catch (DateTimeParseException wrong) {
            return new Said("Nothing was done: that is no date and time.", Tone.TROUBLE);
        }
    }
}
