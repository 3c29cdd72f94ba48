package dev.afterglow.console;

import dev.afterglow.access.Role;
import dev.afterglow.review.Refusal;
import dev.afterglow.review.Review;
import dev.afterglow.review.Review.State;
import dev.afterglow.review.Reviews;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What customers wrote about products, for somebody to publish or refuse. The stars of a review are shown once that is
 * decided: whether it is published must not hang on them.
 */
@StaffPage
class ReviewsPage {

    static final int MOST = 50;

    private static final String BACK = "redirect:/reviews";
    static final Said TOO_LATE = new Said(
            "Nothing was done: somebody was quicker, or its author has changed it. Please read it again.", Tone.QUIET);

    private final Reviews reviews;

    ReviewsPage(Reviews reviews) {
        this.reviews = reviews;
    }

    /**
     * One review.
     *
     * @param text in its author's words, as far as whoever looks may read them
     * @param state what was decided, in words; empty while it waits
     */
    record Row(Review review, String text, String state, Tone tone) {}

    /** A reason to refuse one. */
    record Reason(String word, String sentence) {}

    @GetMapping("/reviews")
    String show(Model model, Authentication somebody) {
        boolean mayRead = Role.OPERATOR.isOf(somebody);
        model.addAttribute("mayRead", mayRead);
        model.addAttribute("waiting", rows(reviews.waiting(MOST), mayRead));
        model.addAttribute("decided", rows(reviews.decided(MOST), mayRead));
        model.addAttribute(
                "reasons",
                Arrays.stream(Refusal.values())
                        .map(reason -> new Reason(reason.word(), PlainWords.reason(reason.word())))
                        .toList());
        return "reviews";
    }

    @PostMapping("/reviews/{id}/publish")
    String publish(@PathVariable String id, @RequestParam int revision, Principal somebody, RedirectAttributes then) {
        known(id);
        boolean done = reviews.publish(id, revision, somebody.getName());
        return said(done ? new Said("Published: everybody can read it.", Tone.GOOD) : TOO_LATE, then);
    }

    @PostMapping("/reviews/{id}/refuse")
    String refuse(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam String reason,
            Principal somebody,
            RedirectAttributes then) {
        known(id);
        Refusal because = Refusal.of(reason).orElseThrow(() -> new NotUnderstood("There is no such reason."));
        boolean done = reviews.refuse(id, revision, because, somebody.getName());
        return said(
                done ? new Said("Refused. Its author sees why on the page it was written on.", Tone.GOOD) : TOO_LATE,
                then);
    }

    @PostMapping("/reviews/{id}/undo")
    String undo(@PathVariable String id, Principal somebody, RedirectAttributes then) {
        known(id);
        boolean done = reviews.undo(id, somebody.getName());
        return said(
                done
                        ? new Said("Taken back: it waits again, and nobody can read it.", Tone.GOOD)
                        : new Said("Nothing was done: it waits already.", Tone.QUIET),
                then);
    }

    private static String said(Said what, RedirectAttributes then) {
        then.addFlashAttribute("said", what);
        return BACK;
    }

    private void known(String id) {
        if (reviews.find(id).isEmpty()) {
            throw new NotKnown("No such review.");
        }
    }

    private static List<Row> rows(List<Review> some, boolean mayRead) {
        return some.stream().map(review -> row(review, mayRead)).toList();
    }

    private static Row row(Review review, boolean mayRead) {
        String text = review.text() == null ? "" : review.text();
        boolean shown = mayRead || review.state() == State.PUBLISHED || text.isEmpty();
        return new Row(review, shown ? text : Mask.DOTS, state(review), tone(review.state()));
    }

    private static String state(Review review) {
        Refusal reason = review.reason();
        return switch (review.state()) {
            case WAITING -> "";
            case PUBLISHED -> "Published.";
            case REFUSED -> reason == null ? "Refused." : "Refused: " + PlainWords.reason(reason.word());
        };
    }

    private static Tone tone(State state) {
        return switch (state) {
            case WAITING -> Tone.WAITING;
            case PUBLISHED -> Tone.GOOD;
            case REFUSED -> Tone.QUIET;
        };
    }
}
