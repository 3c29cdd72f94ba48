package dev.afterglow.messaging.words;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyFolders;
import dev.afterglow.shop.Shops;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks at words before any customer does: reads every file, and fills it in for all sample audiences. */
@Component
class WordsCheck {

    private static final String UNSUBSCRIBE = "https://shop.example/unsubscribe/sample";
    private static final Map<String, String> LINKS = Map.of(
            "view", "https://shop.example/view/sample",
            "preferences", "https://shop.example/preferences/sample",
            "unsubscribe", UNSUBSCRIBE,
            "confirm", "https://shop.example/confirm/sample");

    private final JourneyFolders folders;
    private final WordsShelf shelf;
    private final Pen pen;
    private final Offerings offerings;
    private final Shops shops;

    WordsCheck(JourneyFolders folders, WordsShelf shelf, Pen pen, Offerings offerings, Shops shops) {
        this.offerings = offerings;
        this.folders = folders;
        this.shelf = shelf;
        this.pen = pen;
        this.shops = shops;
    }

    /** All words there are, of every journey. */
    List<WordsAt> all() {
        return folders.current().stream()
                .flatMap(folder -> journeys(folder).flatMap(journey -> all(journey, folder)))
                .toList();
    }

    private static Stream<String> journeys(JourneyFolder folder) {
        return folder.files().keySet().stream()
                .filter(path -> path.endsWith(".bpmn") && !path.contains("/"))
                .map(path -> path.substring(0, path.length() - ".bpmn".length()));
    }

    private static Stream<WordsAt> all(String journey, JourneyFolder folder) {
        return folder.files().keySet().stream()
                .flatMap(path -> WordsName.of(path).stream().map(name -> {
                    String file = folder.name() + "/" + path;
                    return new WordsAt(journey, name.name(), name.channel(), name.locale(), file);
                }));
    }

    /** What is wrong with the words beside this journey. */
    List<Flaw> of(String journey) {
        Set<Flaw> flaws = new LinkedHashSet<>();
        folders.of(journey).ifPresent(folder -> {
            flaws.addAll(files(folder));
            flaws.addAll(languages(folder));
        });
        return List.copyOf(flaws);
    }

    /** What is wrong with the words that are in a folder, wherever it came from. */
    Set<Flaw> files(JourneyFolder folder) {
        Set<Flaw> flaws = new LinkedHashSet<>();
        folder.files().forEach((path, bytes) -> flaws.addAll(file(folder.name() + "/" + path, path, bytes)));
        return flaws;
    }

    private Set<Flaw> file(String file, String path, byte[] bytes) {
        if (file.startsWith(JourneyFolders.SHARED + "/layout.")) {
            return layout(file, bytes);
        }
        if (!path.startsWith("messages/")) {
            return Set.of();
        }
        Optional<WordsName> name = WordsName.of(path);
        if (name.isEmpty()) {
            return Set.of(new Flaw(file, 1, "the file must be called NAME.CHANNEL.LANGUAGE.md or .mjml"));
        }
        try {
            return words(shelf.compile(file, name.get(), bytes), name.get().channel());
        } catch (WordsRefused refused) {
            return Set.of(refused.flaw(file));
        }
    }

    private Set<Flaw> layout(String file, byte[] bytes) {
        try {
            Words words = shelf.inLayout(file, bytes);
            Set<Flaw> flaws = new LinkedHashSet<>();
            words(words, "").forEach(flaw -> flaws.add(new Flaw(file, flaw.line(), flaw.reason())));
            return flaws;
        } catch (WordsRefused refused) {
            return Set.of(refused.flaw(file));
        }
    }

    private Set<Flaw> words(Words words, String channel) {
        Set<Flaw> flaws = new LinkedHashSet<>();
        for (SampleAudiences.Sample sample : SampleAudiences.all()) {
            for (Map<String, String> links : List.of(LINKS, Map.<String, String>of())) {
                try {
                    var offered = links.isEmpty() ? offerings.nothing() : offerings.samples();
                    Rendered rendered = pen.write(words, sample.audience(), links, offered);
                    if (!links.isEmpty() && words.traits().purpose() == Purpose.MARKETING) {
                        wayOut(words, channel, rendered).ifPresent(flaws::add);
                    }
                } catch (WordsRefused refused) {
                    flaws.add(refused.flaw(words.file()));
                }
            }
        }
        return flaws;
    }

    private static Optional<Flaw> wayOut(Words words, String channel, Rendered rendered) {
        boolean shown = switch (channel) {
            case "email" ->
                rendered.html().contains(UNSUBSCRIBE) && rendered.plain().contains(UNSUBSCRIBE);
            case "sms" ->
                rendered.plain().contains(UNSUBSCRIBE) || rendered.plain().contains("STOP");
            default -> true;
        };
        return shown
                ? Optional.empty()
                : Optional.of(new Flaw(
                        words.file(),
                        1,
                        "marketing must show links.unsubscribe"
                                + (channel.equals("sms") ? " or say STOP" : ", in the words or in the layout")));
    }

    private Set<Flaw> languages(JourneyFolder folder) {
        Map<String, Set<String>> languages = new TreeMap<>();
        folder.files()
                .keySet()
                .forEach(path -> WordsName.of(path)
                        .ifPresent(name -> languages
                                .computeIfAbsent(name.name() + "." + name.channel(), message -> new TreeSet<>())
                                .add(name.locale())));
        // why: what is not written in another shop's language is said in the main shop's.
        Locale last = shops.main().locale();
        Set<String> fallbacks = Locales.nearestFirst(null, last);
        Set<Flaw> flaws = new LinkedHashSet<>();
        languages.forEach((message, written) -> {
            if (written.stream().noneMatch(fallbacks::contains)) {
                flaws.add(new Flaw(
                        "%s/messages/%s.%s.md".formatted(folder.name(), message, last.getLanguage()),
                        1,
                        "the file is missing: customers whose language is not written would get nothing"));
            }
        });
        return flaws;
    }
}
