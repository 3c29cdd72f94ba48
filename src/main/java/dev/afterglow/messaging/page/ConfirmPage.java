package dev.afterglow.messaging.page;

import dev.afterglow.messaging.PublicPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the owner of an address says that a sign-up was really meant (double opt-in). */
@PublicPage
class ConfirmPage {

    private final Door door;
    private final Confirming confirming;
    private final Speech speech;

    ConfirmPage(Door door, Confirming confirming, Speech speech) {
        this.door = door;
        this.confirming = confirming;
        this.speech = speech;
    }

    @GetMapping("/c/{token}")
    String show(@PathVariable String token, HttpServletRequest request, Model model) {
        Grant grant = door.open(Scope.CONFIRM, token, request);
        return page(grant, speech.of(grant, request), model);
    }

    @PostMapping("/c/{token}")
    String confirm(@PathVariable String token, HttpServletRequest request, Model model) {
        Grant grant = door.open(Scope.CONFIRM, token, request);
        Texts texts = speech.of(grant, request);
        confirming.confirm(grant, texts.say("confirm.pending", topics(grant, texts), texts.channel(grant.channel())));
        return page(grant, texts, model);
    }

    private String page(Grant grant, Texts texts, Model model) {
        speech.fill(model, texts);
        model.addAttribute("grant", grant);
        model.addAttribute("topics", topics(grant, texts));
        model.addAttribute("state", confirming.standing(grant).state().word());
        return "public/confirm";
    }

    private String topics(Grant grant, Texts texts) {
        return confirming.standing(grant).topics().stream().map(texts::topic).collect(Collectors.joining(", "));
    }
}
