package dev.afterglow.messaging.page;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.PublicPage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The preference centre: what a person gets, on which channel, how often, and in which language. */
@PublicPage
class PreferencePage {

    private static final Set<String> OUTCOMES = Set.of("yes", "no-pause", "nothing");

    private final Door door;
    private final Choosing choosing;
    private final PageLanguages languages;
    private final Speech speech;
    private final Clock clock;

    PreferencePage(Door door, Choosing choosing, PageLanguages languages, Speech speech, Clock clock) {
        this.door = door;
        this.choosing = choosing;
        this.languages = languages;
        this.speech = speech;
        this.clock = clock;
    }

    @GetMapping("/p/{token}")
    String show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String saved,
            HttpServletRequest request,
            Model model) {
        Grant grant = door.open(Scope.PREFERENCES, token, request);
        Choices choices = choosing.of(grant);
        speech.fill(model, speech.of(grant, request));
        LocalDate today = today(choices.customer());
        Instant paused = choices.preferences().pausedUntil();
        model.addAttribute("choices", choices);
        model.addAttribute("orders", Topic.ORDER);
        model.addAttribute("address", masked(choices.customer().email()));
        model.addAttribute("paused", paused != null && paused.isAfter(clock.instant()) ? paused : null);
        model.addAttribute("languages", languages.all());
        model.addAttribute("tomorrow", today.plusDays(1));
        model.addAttribute("inAYear", today.plusYears(1));
        model.addAttribute("saved", saved == null || !OUTCOMES.contains(saved) ? null : saved);
        return "public/preferences";
    }

    @PostMapping("/p/{token}")
    ResponseEntity<Void> save(@PathVariable String token, @ModelAttribute Wishes wishes, HttpServletRequest request) {
        Grant grant = door.open(Scope.PREFERENCES, token, request);
        Choices choices = choosing.of(grant);
        Texts texts = speech.of(grant, request);
        String language = languages.known(wishes.locale());
        Instant known = choices.preferences().pausedUntil();
        try {
            Customer customer = choices.customer();
            Instant end = Pause.end(wishes, known, today(customer), zone(customer));
            choosing.keep(grant, wishes, end, language, texts);
            return back("saved=yes");
        } catch (DateTimeException noDay) {
            choosing.keep(grant, wishes, known, language, texts);
            return back("saved=no-pause");
        }
    }

    @PostMapping(path = "/p/{token}", params = "nothing")
    ResponseEntity<Void> stopEverything(@PathVariable String token, HttpServletRequest request) {
        Grant grant = door.open(Scope.PREFERENCES, token, request);
        choosing.stopEverything(grant, speech.of(grant, request).say("preferences.nothing.about"));
        return back("saved=nothing");
    }

    // why: relative, because behind a proxy only the visitor knows the way here.
    private static ResponseEntity<Void> back(String with) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "?" + with)
                .build();
    }

    // why: enough for the owner to know it, too little for whoever a mail was passed on to.
    private static @Nullable String masked(@Nullable String email) {
        int at = email == null ? -1 : email.lastIndexOf('@');
        return email == null || at < 1 ? null : email.substring(0, 1) + "…" + email.substring(at);
    }

    private LocalDate today(Customer customer) {
        return clock.instant().atZone(zone(customer)).toLocalDate();
    }

    private ZoneId zone(Customer customer) {
        return speech.zone(customer);
    }
}
