package dev.afterglow.console;

import dev.afterglow.messaging.Letters;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letters that wait for somebody to print and post them. */
@StaffPage
class LettersPage {

    private static final int LONGEST_REASON = 200;
    private static final Said TOO_LATE =
            new Said("Somebody was quicker: this letter is settled already. Nothing was done.", Tone.QUIET);

    private final Letters letters;
    private final LetterDesk desk;

    LettersPage(Letters letters, LetterDesk desk) {
        this.letters = letters;
        this.desk = desk;
    }

    @GetMapping("/letters")
    String show(Model model) {
        model.addAttribute("rows", desk.waiting());
        return "letters";
    }

    @GetMapping("/letters/{id}/html")
    ResponseEntity<String> page(@PathVariable String id) {
        return RenderedMail.html(letters.page(id).orElseThrow(() -> new NotKnown("No such letter.")));
    }

    @PostMapping("/letters/{id}/done")
    String done(@PathVariable String id, Principal somebody, RedirectAttributes then) {
        known(id);
        boolean first = letters.done(id, somebody.getName());
        then.addFlashAttribute("said", first ? new Said("Noted: it is in the post.", Tone.GOOD) : TOO_LATE);
        return "redirect:/letters";
    }

    @PostMapping("/letters/{id}/skip")
    String skip(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Principal somebody,
            RedirectAttributes then) {
        known(id);
        then.addFlashAttribute("said", skip(id, reason.strip(), somebody.getName()));
        return "redirect:/letters";
    }

    private Said skip(String id, String reason, String by) {
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return new Said("Nothing was changed: say why in at most " + LONGEST_REASON + " characters.", Tone.TROUBLE);
        }
        return letters.skip(id, by, reason) ? new Said("Noted: it is not posted.", Tone.GOOD) : TOO_LATE;
    }

    private void known(String id) {
        if (letters.find(id).isEmpty()) {
            throw new NotKnown("No such letter.");
        }
    }
}
