package dev.afterglow.console;

import dev.afterglow.support.Case;
import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.Cases;
import dev.afterglow.support.SeeingToCases;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a person see to a case, and keeps who did what. */
@Controller
class SeeingToCase {

    private static final int LONGEST_NOTE = 4000;
    private static final Said TOO_LATE =
            new Said("Nothing was changed: somebody was quicker. Look at how it stands now.", Tone.QUIET);
    private static final Said TOO_LONG =
            new Said("Nothing was changed: a note has at most " + LONGEST_NOTE + " characters.", Tone.TROUBLE);

    private final SeeingToCases seeing;
    private final Cases cases;
    private final CaseSheet sheet;
    private final Times times;
    private final Clock clock;

    SeeingToCase(SeeingToCases seeing, Cases cases, CaseSheet sheet, Times times, Clock clock) {
        this.seeing = seeing;
        this.cases = cases;
        this.sheet = sheet;
        this.times = times;
        this.clock = clock;
    }

    @PostMapping("/case/give")
    String give(
            @RequestParam String id,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String seen,
            Principal somebody,
            RedirectAttributes then) {
        if (!sheet.owners().contains(to)) {
            return said(id, new Said("Nothing was changed: nobody of this name signs in here.", Tone.TROUBLE), then);
        }
        boolean first = seeing.give(known(id), to, seen, somebody.getName());
        String whose = to.equals(somebody.getName()) ? "It is yours." : "It is with " + to + " now.";
        return said(id, first ? new Said(whose, Tone.GOOD) : TOO_LATE, then);
    }

    @PostMapping("/case/note")
    String note(@RequestParam String id, @RequestParam String words, Principal somebody, RedirectAttributes then) {
        String note = words.strip();
        if (note.isEmpty()) {
            return said(id, new Said("Nothing was changed: the note was empty.", Tone.TROUBLE), then);
        }
        if (note.length() > LONGEST_NOTE) {
            return said(id, TOO_LONG, then);
        }
        seeing.note(known(id), note, somebody.getName());
        return said(id, new Said("The note is kept.", Tone.GOOD), then);
    }

    @PostMapping("/case/due")
    String due(@RequestParam String id, @RequestParam String due, Principal somebody, RedirectAttributes then) {
        Optional<Instant> deadline = deadline(due);
        if (deadline.isEmpty()) {
            return said(
                    id, new Said("Nothing was changed: say a day and time that is still to come.", Tone.TROUBLE), then);
        }
        boolean first = seeing.due(known(id), deadline.get(), somebody.getName());
        return said(id, first ? new Said("The deadline is changed.", Tone.GOOD) : TOO_LATE, then);
    }

    @PostMapping("/case/close")
    String close(
            @RequestParam String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words,
            Principal somebody,
            RedirectAttributes then) {
        Optional<CaseOutcome> how = CaseOutcome.of(outcome);
        if (how.isEmpty()) {
            return said(id, new Said("Nothing was changed: say how it ended.", Tone.TROUBLE), then);
        }
        if (words.strip().length() > LONGEST_NOTE) {
            return said(id, TOO_LONG, then);
        }
        boolean first = seeing.close(known(id), how.get(), words.strip(), somebody.getName());
        return said(id, first ? new Said("The case is closed.", Tone.GOOD) : TOO_LATE, then);
    }

    @PostMapping("/case/reopen")
    String reopen(
            @RequestParam String id,
            @RequestParam(defaultValue = "") String words,
            Principal somebody,
            RedirectAttributes then) {
        if (words.strip().length() > LONGEST_NOTE) {
            return said(id, TOO_LONG, then);
        }
        boolean first = seeing.reopen(known(id), words.strip(), somebody.getName());
        return said(id, first ? new Said("The case is open again.", Tone.GOOD) : TOO_LATE, then);
    }

    private String known(String id) {
        return cases.find(id).map(Case::id).orElseThrow(() -> new NotKnown("No such case."));
    }

    private Optional<Instant> deadline(String local) {
        try {
            return Optional.of(times.at(LocalDateTime.parse(local))).filter(clock.instant()::isBefore);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String said(String id, Said said, RedirectAttributes then) {
        then.addFlashAttribute("said", said);
        then.addAttribute("id", id);
        return "redirect:/case";
    }
}
