package dev.afterglow.messaging.words;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.check.Diagram;
import dev.afterglow.journey.check.Draft;
import dev.afterglow.journey.check.Findings;
import dev.afterglow.journey.check.Node;
import dev.afterglow.journey.check.Rule;
import dev.afterglow.journey.check.RuleBook;
import dev.afterglow.shop.Shops;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What messaging asks of a journey's folder: that its words are there, are right, and are sent where they may be. */
@Component
class WordsRules implements RuleBook {

    private static final String SEND = "messaging.send";
    private static final String UNKNOWN = "the variable ";
    private static final Set<String> POSSESSION = Set.of("order.delivered", "parcel.delivered");

    private final WordsCheck check;
    private final Shops shops;

    WordsRules(WordsCheck check, Shops shops) {
        this.check = check;
        this.shops = shops;
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.error(
                        "words-written",
                        "Every message a step sends is written for each of its channels, in the shop's language and in"
                                + " every language the folder speaks.",
                        "Copy the file of another language, name it as said and translate it.",
                        this::written),
                Rule.error(
                        "words-variables",
                        "Every variable in the words exists.",
                        "docs/reference/words.md lists all there are.",
                        (draft, found) ->
                                flaws(draft, found, flaw -> flaw.reason().startsWith(UNKNOWN))),
                Rule.error(
                        "words-right",
                        "The words can be read and filled in for everybody: the console's page Words says the same.",
                        "Open the file at this line.",
                        (draft, found) ->
                                flaws(draft, found, flaw -> !flaw.reason().startsWith(UNKNOWN))),
                Rule.error(
                        "purpose-fits",
                        "Marketing is sent only behind an \"Enter journey\" whose class is marketing.",
                        "Choose the class marketing in \"Enter journey\", or say purpose: service in all languages if"
                                + " the law agrees.",
                        WordsRules::purpose),
                Rule.error(
                        "possession-first",
                        "Words about a product the customer has come only after order.delivered or parcel.delivered.",
                        "Begin the journey with order.delivered, or wait for it before this step.",
                        WordsRules::possession),
                Rule.warning(
                        "words-used",
                        "All words in the folder belong to a step.",
                        "Delete the file, or name it in a step's field \"message\".",
                        WordsRules::used));
    }

    private void written(Draft draft, Findings found) {
        List<WordsName> all = names(draft.folder());
        Set<String> spoken = all.stream().map(WordsName::locale).collect(Collectors.toSet());
        sends(draft, (diagram, send) -> {
            for (String channel : channels(send)) {
                Set<String> there = all.stream()
                        .filter(name -> name.name().equals(send.header("message")))
                        .filter(name -> name.channel().equals(channel))
                        .map(WordsName::locale)
                        .collect(Collectors.toSet());
                missing(there, spoken)
                        .forEach(locale -> found.at(
                                diagram,
                                send,
                                "the file messages/%s.%s.%s.md is missing"
                                        .formatted(send.header("message"), channel, locale)));
            }
        });
    }

    private Stream<String> missing(Set<String> there, Set<String> spoken) {
        Locale last = shops.main().locale();
        Stream<String> others = spoken.stream()
                .filter(locale -> !Locale.forLanguageTag(locale).getLanguage().equals(last.getLanguage()))
                .filter(locale -> !there.contains(locale));
        boolean fallback = Locales.nearestFirst(null, last).stream().anyMatch(there::contains);
        return Stream.concat(fallback ? Stream.of() : Stream.of(last.getLanguage()), others.sorted());
    }

    private void flaws(Draft draft, Findings found, Predicate<Flaw> which) {
        check.files(draft.folder()).stream()
                .filter(which)
                .forEach(flaw -> found.line(flaw.file(), flaw.line(), flaw.reason()));
    }

    private static void purpose(Draft draft, Findings found) {
        sends(draft, (diagram, send) -> {
            boolean marketing = traits(draft, send).anyMatch(traits -> traits.purpose() == Purpose.MARKETING);
            if (marketing && !diagram.alwaysAfter(send, WordsRules::entersForMarketing)) {
                found.at(
                        diagram,
                        send,
                        "the words %s are marketing, but the journey's class is service"
                                .formatted(send.header("message")));
            }
        });
    }

    private static boolean entersForMarketing(Node node) {
        return node.does("journey.enter") && node.header("class").equals("marketing");
    }

    private static void possession(Draft draft, Findings found) {
        sends(draft, (diagram, send) -> {
            boolean kept = traits(draft, send).anyMatch(Traits::onlyKept);
            if (kept && !diagram.alwaysAfter(send, before -> POSSESSION.stream().anyMatch(before::hears))) {
                found.at(
                        diagram,
                        send,
                        "the words %s say product: kept, but one comes here before anything has arrived"
                                .formatted(send.header("message")));
            }
        });
    }

    private static void used(Draft draft, Findings found) {
        Set<String> named = draft.diagrams().stream()
                .flatMap(diagram -> diagram.nodes().stream())
                .map(node -> node.header("message"))
                .collect(Collectors.toSet());
        draft.folder()
                .files()
                .keySet()
                .forEach(path -> WordsName.of(path)
                        .filter(words -> !named.contains(words.name()))
                        .ifPresent(words -> found.in(path, null, "no step sends " + words.name())));
    }

    private static void sends(Draft draft, BiConsumer<Diagram, Node> look) {
        draft.diagrams()
                .forEach(diagram -> diagram.doing(SEND).stream()
                        .filter(send -> !send.header("message").isEmpty())
                        .forEach(send -> look.accept(diagram, send)));
    }

    private static List<String> channels(Node send) {
        return Stream.of(send.header("channel").split(",", -1))
                .map(String::strip)
                .filter(channel -> !channel.isEmpty())
                .toList();
    }

    private static List<WordsName> names(JourneyFolder folder) {
        return folder.files().keySet().stream()
                .flatMap(path -> WordsName.of(path).stream())
                .toList();
    }

    /** What the words of a step say of themselves, in all languages; words that cannot be read say nothing. */
    private static Stream<Traits> traits(Draft draft, Node send) {
        List<Traits> traits = new ArrayList<>();
        draft.folder()
                .files()
                .forEach((path, bytes) -> WordsName.of(path)
                        .filter(words -> words.name().equals(send.header("message")))
                        .filter(words -> channels(send).contains(words.channel()))
                        .ifPresent(words -> {
                            try {
                                String text = new String(bytes, StandardCharsets.UTF_8);
                                traits.add(WordsFile.parse(path, text).front().traits());
                            } catch (WordsRefused refused) {
                                // why: the rule about right words says so.
                            }
                        }));
        return traits.stream();
    }
}
