package dev.afterglow.console;

import dev.afterglow.privacy.PrivacyRequest;
import dev.afterglow.privacy.PrivacyRequest.Kind;
import dev.afterglow.privacy.PrivacyRequest.State;
import dev.afterglow.privacy.PrivacyRequests;
import java.security.Principal;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What shops asked for in people's names: what waits for somebody, what runs, what was done. */
@StaffPage
class RequestsPage {

    private static final int SHOWN = 50;
    private static final String BACK = "redirect:/requests";

    private final PrivacyRequests requests;

    RequestsPage(PrivacyRequests requests) {
        this.requests = requests;
    }

    /** One request in plain words. */
    record Row(PrivacyRequest request, String what, String state, Tone tone) {

        static Row of(PrivacyRequest request) {
            return new Row(request, what(request), state(request), tone(request.state()));
        }

        public boolean isWaiting() {
            return request.state() == State.WAITING;
        }

        /** Whether a person's data is to be handed out. */
        public boolean isExport() {
            return request.kind() == Kind.EXPORT;
        }

        private static String what(PrivacyRequest request) {
            return switch (request.kind()) {
                case EXPORT -> "Hand out everything we know about a customer";
                case ERASURE -> "Erase a customer";
                case SHOP_ERASURE -> "Erase everybody who bought at this shop";
            };
        }

        private static String state(PrivacyRequest request) {
            boolean isForNobody = request.kind() != Kind.SHOP_ERASURE && request.customerId() == null;
            return switch (request.state()) {
                case WAITING -> "waits for you";
                case RUNNING -> "under way: %d erased so far".formatted(request.erased());
                case DONE -> isForNobody ? "done: we knew nothing about them" : "done";
            };
        }

        private static Tone tone(State state) {
            return switch (state) {
                case WAITING -> Tone.TROUBLE;
                case RUNNING -> Tone.WAITING;
                case DONE -> Tone.GOOD;
            };
        }
    }

    @GetMapping("/requests")
    String show(Model model) {
        List<Row> rows = requests.latest(SHOWN).stream().map(Row::of).toList();
        model.addAttribute("rows", rows);
        return "requests";
    }

    @PostMapping("/requests/{id}/done")
    String done(@PathVariable String id, Principal somebody, RedirectAttributes then) {
        known(id);
        then.addFlashAttribute(
                "said",
                requests.done(id, somebody.getName())
                        ? new Said("It is on record that you dealt with it.", Tone.GOOD)
                        : new Said("Nothing was changed: somebody dealt with it before.", Tone.QUIET));
        return BACK;
    }

    /** Erases everybody of a shop, once its name was typed. */
    @PostMapping("/requests/{id}/erasure")
    String erase(@PathVariable String id, @RequestParam String confirm, RedirectAttributes then) {
        boolean isMeant = known(id).sender().equalsIgnoreCase(confirm.strip());
        then.addFlashAttribute("said", isMeant ? begun(id) : notMeant());
        return BACK;
    }

    private Said begun(String id) {
        return requests.start(id)
                ? new Said("It has begun. Everybody who bought there is erased, step by step.", Tone.GOOD)
                : new Said("Nothing was changed: it does not wait for that.", Tone.QUIET);
    }

    private static Said notMeant() {
        return new Said("That is not the shop. Nobody was erased.", Tone.TROUBLE);
    }

    private PrivacyRequest known(String id) {
        return requests.find(id).orElseThrow(() -> new NotKnown("No such request."));
    }
}
