package dev.afterglow.feedback;

import dev.afterglow.feedback.SurveyRequests.Opened;
import dev.afterglow.messaging.PublicPage;
import dev.afterglow.messaging.PublicPages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a survey is answered. A link with a score only chooses it on the page; what counts is what is sent from there. */
@PublicPage
class SurveyPage {

    /** The first part of its address. */
    static final String PATH = "f";

    private final PublicPages pages;
    private final SurveyRequests requests;
    private final Surveys surveys;
    private final Answering answering;
    private final Clock clock;

    SurveyPage(PublicPages pages, SurveyRequests requests, Surveys surveys, Answering answering, Clock clock) {
        this.pages = pages;
        this.requests = requests;
        this.surveys = surveys;
        this.answering = answering;
        this.clock = clock;
    }

    @GetMapping("/f/{key}")
    ModelAndView show(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String score,
            @RequestParam(required = false) @Nullable String thanks,
            HttpServletRequest request,
            Model model) {
        Opened opened = pages.open(key, request, requests::byKey);
        SurveyRequest asked = opened.request();
        Locale locale = frame(opened, request, model);
        Optional<Answer> before = answering.before(asked);
        boolean open = asked.isOpenAt(clock.instant());
        if (before.isPresent() && (thanks != null || !open)) {
            return thanks(asked, open, locale, model);
        }
        return open ? form(asked, field -> said(field, before, score), locale, model) : closed(model);
    }

    @PostMapping("/f/{key}")
    Object answer(@PathVariable String key, HttpServletRequest request, Model model) {
        Opened opened = pages.open(key, request, requests::byKey);
        SurveyRequest asked = opened.request();
        UnaryOperator<String> sent = field -> Objects.requireNonNullElse(request.getParameter(field), "");
        Given given = Given.read(survey(asked), sent, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (given.trouble() == null && answering.keep(asked.id(), given)) {
            // why: relative, because behind a proxy only the visitor knows the way here.
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, "?thanks")
                    .build();
        }
        Locale locale = frame(opened, request, model);
        if (given.trouble() == null || !asked.isOpenAt(clock.instant())) {
            return closed(model);
        }
        model.addAttribute("trouble", given.trouble());
        ModelAndView again = form(asked, sent, locale, model);
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
    }

    private Locale frame(Opened opened, HttpServletRequest request, Model model) {
        return pages.frame(model, opened.request().customerId(), opened.messageId(), request);
    }

    private Survey survey(SurveyRequest asked) {
        return surveys.of(asked);
    }

    private ModelAndView form(SurveyRequest asked, UnaryOperator<String> said, Locale locale, Model model) {
        boolean asksBirthday = !answering.knowsBirthday(asked);
        model.addAttribute("form", SurveyForm.of(survey(asked), asked, said, asksBirthday, locale));
        return new ModelAndView("public/survey", model.asMap());
    }

    private ModelAndView thanks(SurveyRequest asked, boolean open, Locale locale, Model model) {
        model.addAttribute("said", survey(asked).thanks().in(locale, asked.product()));
        model.addAttribute("open", open);
        return new ModelAndView("public/survey-thanks", model.asMap());
    }

    private static ModelAndView closed(Model model) {
        model.addAttribute("what", "survey.closed");
        return new ModelAndView("public/nothing", model.asMap(), HttpStatus.GONE);
    }

    private static String said(String field, Optional<Answer> before, @Nullable String score) {
        return switch (field) {
            case "score" ->
                score != null
                        ? score
                        : before.map(answer -> Integer.toString(answer.score())).orElse("");
            case "remark" -> before.map(Answer::remark).orElse("");
            default ->
                before.map(answer -> answer.extras().get(field.replaceFirst("^extra-", "")))
                        .orElse("");
        };
    }
}
