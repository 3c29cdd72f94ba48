package dev.afterglow.console;

import dev.afterglow.console.ReceivedEvents.Replayable;
import dev.afterglow.journey.ReplayingEvents;
import dev.afterglow.journey.ReplayingEvents.Answer;
import java.security.Principal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second step before the engine is told events again: how many, and why. */
@StaffPage
class ReplayPage {

    static final int MOST = 500;
    private static final int LONGEST_REASON = 300;
    private static final Said NO_REASON =
            new Said("Nothing was done: say why in at most " + LONGEST_REASON + " characters.", Tone.TROUBLE);

    private final ReceivedEvents events;
    private final ReplayingEvents replaying;

    ReplayPage(ReceivedEvents events, ReplayingEvents replaying) {
        this.events = events;
        this.replaying = replaying;
    }

    @GetMapping("/received/{id}/replay")
    String ask(@PathVariable String id, Model model) {
        model.addAttribute("event", events.find(id).orElseThrow(() -> new NotKnown("No such event.")));
        return "replay";
    }

    @PostMapping("/received/{id}/replay")
    String replay(@PathVariable String id, @RequestParam String why, Principal somebody, RedirectAttributes then) {
        if (isNoReason(why)) {
            then.addFlashAttribute("said", NO_REASON);
            return "redirect:/received/{id}/replay";
        }
        then.addFlashAttribute(
                "said",
                switch (replaying.replay(id, somebody.getName(), why.strip())) {
                    case QUEUED -> new Said("It is on its way to the engine again.", Tone.GOOD);
                    case WAITS_ALREADY -> new Said("Nothing was done: it is on its way already.", Tone.QUIET);
                    case NOT_FOR_JOURNEYS -> new Said("Nothing was done: no journey may hear of it.", Tone.QUIET);
                    case UNKNOWN -> throw new NotKnown("No such event.");
                });
        return "redirect:/received/{id}";
    }

    @GetMapping("/received/replay")
    String askForAll(@ModelAttribute("filter") ReceivedFilter filter, Model model) {
        long until = events.latest();
        Replayable replayable = replayable(filter, until);
        model.addAttribute("many", replayable.ids().size());
        model.addAttribute("more", replayable.more());
        model.addAttribute("until", until);
        return "replay-all";
    }

    @PostMapping("/received/replay")
    String replayAll(
            @ModelAttribute("filter") ReceivedFilter filter,
            @RequestParam long until,
            @RequestParam String why,
            Principal somebody,
            RedirectAttributes then) {
        filter.given().forEach(then::addAttribute);
        if (isNoReason(why)) {
            then.addFlashAttribute("said", NO_REASON);
            return "redirect:/received/replay";
        }
        long queued = replayable(filter, until).ids().stream()
                .filter(id -> replaying.replay(id, somebody.getName(), why.strip()) == Answer.QUEUED)
                .count();
        then.addFlashAttribute("said", new Said(said(queued), queued == 0 ? Tone.QUIET : Tone.GOOD));
        return "redirect:/received";
    }

    // why: without anything that narrows, one wrong click would tell the engine a shop's whole history.
    private Replayable replayable(ReceivedFilter filter, long until) {
        if (filter.isEmpty()) {
            throw new NotUnderstood("Say which events: by sender, type, outcome, reason, order, day or id.");
        }
        return events.replayable(filter, until, MOST);
    }

    private static boolean isNoReason(String why) {
        return why.isBlank() || why.strip().length() > LONGEST_REASON;
    }

    private static String said(long queued) {
        return switch ((int) queued) {
            case 0 -> "Nothing was done: there is nothing among these to tell again.";
            case 1 -> "One event is on its way to the engine again.";
            default -> "%d events are on their way to the engine again.".formatted(queued);
        };
    }
}
