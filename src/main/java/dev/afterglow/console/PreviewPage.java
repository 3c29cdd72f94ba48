package dev.afterglow.console;

import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.messaging.JourneyWords;
import dev.afterglow.messaging.JourneyWords.OneMessage;
import dev.afterglow.messaging.JourneyWords.Wrong;
import dev.afterglow.messaging.Preview;
import dev.afterglow.messaging.Preview.Verdict;
import dev.afterglow.messaging.Preview.Wanted;
import dev.afterglow.messaging.Previews;
import dev.afterglow.shop.Shops;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One message's words as anybody would get them, in each language and channel. */
@StaffPage
class PreviewPage {

    private final Previews previews;
    private final PreviewReaders readers;
    private final TestAddresses addresses;
    private final Shops shops;
    private final Times times;

    PreviewPage(Previews previews, PreviewReaders readers, TestAddresses addresses, Shops shops, Times times) {
        this.previews = previews;
        this.readers = readers;
        this.addresses = addresses;
        this.shops = shops;
        this.times = times;
    }

    /** One file of words to choose. */
    record Tab(String channel, String locale, String label, boolean chosen) {}

    /** The verdict of the rules, as a sentence. */
    record Would(String sentence, Tone tone) {}

    @GetMapping("/words/{journey}/{name}")
    String show(
            @PathVariable String journey,
            @PathVariable String name,
            PreviewRequest asked,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        JourneyWords words = words(journey);
        OneMessage message = message(words, name);
        JourneyWords.Version version = version(message, asked);
        Wanted wanted = wanted(journey, name, version, asked);
        model.addAttribute("journey", journey);
        model.addAttribute("name", name);
        model.addAttribute("title", PlainWords.message(name));
        model.addAttribute(
                "tabs",
                message.versions().stream()
                        .map(one -> new Tab(
                                one.channel(),
                                one.locale(),
                                PlainWords.capitalised(PlainWords.channel(one.channel())) + ", "
                                        + PlainWords.language(one.locale()),
                                one.equals(version)))
                        .toList());
        model.addAttribute("kind", wanted.reader().kind().name().toLowerCase(Locale.ROOT));
        model.addAttribute("version", version);
        model.addAttribute("wanted", wanted);
        model.addAttribute("q", q.strip());
        model.addAttribute("found", readers.search(q.strip()));
        model.addAttribute("reader", readers.name(wanted.reader()));
        model.addAttribute("samples", previews.samples());
        model.addAttribute("wrong", wrong(words, version));
        model.addAttribute("testable", TestAddresses.reachedBy(version.channel()));
        model.addAttribute("addresses", addresses.fitting(version.channel()));
        draw(wanted, model);
        return "preview";
    }

    @GetMapping("/words/{journey}/{name}/html")
    ResponseEntity<String> html(@PathVariable String journey, @PathVariable String name, PreviewRequest asked) {
        JourneyWords.Version version = version(message(words(journey), name), asked);
        try {
            return RenderedMail.html(
                    previews.of(wanted(journey, name, version, asked)).html());
        } catch (JourneyProblem problem) {
            throw new NotKnown("Nothing could be rendered.");
        }
    }

    /** What this request asks for, with everything that was left out. */
    Wanted wanted(String journey, String name, PreviewRequest asked) {
        return wanted(journey, name, version(message(words(journey), name), asked), asked);
    }

    private Wanted wanted(String journey, String name, JourneyWords.Version version, PreviewRequest asked) {
        return new Wanted(
                journey,
                name,
                version.channel(),
                version.locale(),
                asked.reader(previews.samples().getFirst().id()));
    }

    private void draw(Wanted wanted, Model model) {
        try {
            Preview preview = previews.of(wanted);
            model.addAttribute("preview", preview);
            model.addAttribute("about", PlainWords.topic(preview.topic()));
            model.addAttribute(
                    "inbox",
                    Inbox.of(shops.of(preview.shop()).from(), preview.subject(), preview.html(), preview.plain()));
            model.addAttribute("sms", wanted.channel().equals("sms") ? Sms.of(preview.plain()) : null);
            model.addAttribute("would", would(preview.verdict()));
        } catch (JourneyProblem problem) {
            model.addAttribute("problem", problem.getMessage());
        }
    }

    private @Nullable Would would(@Nullable Verdict verdict) {
        if (verdict == null) {
            return null;
        }
        if (verdict.reason() == null) {
            return new Would("It would be sent now.", Tone.GOOD);
        }
        String why = PlainWords.reason(verdict.reason());
        return verdict.until() == null
                ? new Would("It would not be sent. " + why, Tone.QUIET)
                : new Would("It would wait until " + times.of(verdict.until()).text() + ". " + why, Tone.WAITING);
    }

    private JourneyWords words(String journey) {
        return previews.of(journey).orElseThrow(() -> new NotKnown("No such journey."));
    }

    private static OneMessage message(JourneyWords words, String name) {
        return words.messages().stream()
                .filter(message -> message.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotKnown("No such message."));
    }

    /** The file that is asked for, else the nearest to it, in the shop's own language if there is a choice. */
    private JourneyWords.Version version(OneMessage message, PreviewRequest asked) {
        String own = shops.main().locale().getLanguage();
        return Collections.min(
                message.versions(),
                Comparator.comparing(
                                (JourneyWords.Version one) -> !one.channel().equals(asked.channel()))
                        .thenComparing(one -> !one.locale().equals(asked.locale()))
                        .thenComparing(one -> !one.locale().equals(own)));
    }

    private static List<Wrong> wrong(JourneyWords words, JourneyWords.Version version) {
        return words.wrong().stream()
                .filter(wrong ->
                        wrong.file().equals(version.file()) || wrong.file().startsWith("shared/"))
                .toList();
    }
}
