package dev.afterglow.feedback;

import dev.afterglow.messaging.Offering;
import dev.afterglow.messaging.PublicPages;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What messages say of the survey their run opened last. */
@Component
class SurveyWords implements Offering {

    private static final String SAMPLE = "https://shop.example/f/sample";

    private final SurveyRequests requests;
    private final Surveys surveys;
    private final PublicPages pages;
    private final Clock clock;

    SurveyWords(SurveyRequests requests, Surveys surveys, PublicPages pages, Clock clock) {
        this.requests = requests;
        this.surveys = surveys;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return "survey";
    }

    @Override
    public List<Name> names() {
        return List.of(
                new Name("link", "the page where the survey is answered", SAMPLE),
                new Name("question", "its question, in the language of the words", "How content are you?"),
                new Name("product", "what it is about; no for a survey about the order", "Espresso machine"),
                new Name(
                        "scores",
                        "every score there is, lowest first: a list, each has `score`, `text` (the number, or the word for it) and `link`, the page"
                                + " with that score chosen",
                        scores(SAMPLE, IntStream.rangeClosed(1, 5).boxed().toList(), Integer::toString)),
                new Name("low", "what the lowest score means", "not at all"),
                new Name("high", "what the highest score means", "very"),
                new Name("closes_at", "until when it can be answered; a date", clock.instant()));
    }

    @Override
    public Map<String, Object> values(About about) {
        return requests.latest(about.journey(), about.businessKey())
                .filter(request -> request.isOpenAt(clock.instant()))
                .map(request -> values(request, about))
                .orElse(Map.of());
    }

    private Map<String, Object> values(SurveyRequest request, About about) {
        Survey survey = surveys.of(request);
        PublicPages.Key key = pages.newKey(SurveyPage.PATH);
        requests.keep(key.hash(), request.id(), about.messageId());
        Locale locale = about.locale();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("link", key.address());
        values.put("question", survey.question().in(locale, request.product()));
        values.put("product", Objects.requireNonNullElse(request.product(), ""));
        values.put(
                "scores",
                scores(key.address(), request.kind().scores(), score -> survey.text(score, locale, request.product())));
        values.put("low", said(survey.low(), locale));
        values.put("high", said(survey.high(), locale));
        values.put("closes_at", request.closesAt());
        return values;
    }

    private static String said(@Nullable Wording wording, Locale locale) {
        return wording == null ? "" : wording.in(locale, null);
    }

    private static List<Map<String, Object>> scores(String address, List<Integer> scores, IntFunction<String> text) {
        return scores.stream()
                .map(score -> Map.<String, Object>of(
                        "score", score, "text", text.apply(score), "link", address + "?score=" + score))
                .toList();
    }
}
