package dev.afterglow.messaging.page;

import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.PublicPage;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where one kind of messages ends: with one click in the mail program (RFC 8058), or with one button here. */
@PublicPage
class UnsubscribePage {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private final Door door;
    private final Unsubscribing unsubscribing;
    private final Links links;
    private final Speech speech;

    UnsubscribePage(Door door, Unsubscribing unsubscribing, Links links, Speech speech) {
        this.door = door;
        this.unsubscribing = unsubscribing;
        this.links = links;
        this.speech = speech;
    }

    /**
     * What the page says.
     *
     * @param text the name of its texts
     * @param gets whether these messages come now
     */
    record State(String text, Topic topic, String channel, boolean gets) {}

    @GetMapping("/u/{token}")
    String show(@PathVariable String token, HttpServletRequest request, Model model) {
        Grant grant = door.open(Scope.UNSUBSCRIBE, token, request);
        boolean stopped = unsubscribing.isStopped(grant);
        return page(stopped ? "done" : "ask", grant, speech.of(grant, request), model);
    }

    /** A mail program's click comes without cookies and without our page; it gets its answer without a redirect. */
    @PostMapping(path = "/u/{token}", params = ONE_CLICK)
    String oneClick(@PathVariable String token, HttpServletRequest request, Model model) {
        Grant grant = door.openAtOnce(Scope.UNSUBSCRIBE, token, request);
        unsubscribing.stop(grant, "one-click", ONE_CLICK);
        return page("done", grant, speech.of(grant, request), model);
    }

    @PostMapping(path = "/u/{token}", params = "stop")
    String stop(@PathVariable String token, HttpServletRequest request, Model model) {
        Grant grant = door.open(Scope.UNSUBSCRIBE, token, request);
        Texts texts = speech.of(grant, request);
        unsubscribing.stop(grant, "unsubscribe-page", said("unsubscribe.ask", grant, texts));
        model.addAttribute("preferences", links.issueTo(grant, Scope.PREFERENCES));
        return page("done", grant, texts, model);
    }

    @PostMapping(path = "/u/{token}", params = "again")
    String again(@PathVariable String token, HttpServletRequest request, Model model) {
        Grant grant = door.open(Scope.UNSUBSCRIBE, token, request);
        Texts texts = speech.of(grant, request);
        unsubscribing.again(grant, "unsubscribe-page", said("unsubscribe.again.wording", grant, texts));
        return page("back", grant, texts, model);
    }

    private String page(String text, Grant grant, Texts texts, Model model) {
        speech.fill(model, texts);
        model.addAttribute("state", new State(text, grant.topic(), grant.channel(), !text.equals("done")));
        return "public/unsubscribe";
    }

    private static String said(String text, Grant grant, Texts texts) {
        return texts.say(text, texts.topic(grant.topic()), texts.channel(grant.channel()));
    }
}
