package dev.afterglow.feedback;

import dev.afterglow.feedback.Survey.Choice;
import dev.afterglow.feedback.Survey.Extra;
import dev.afterglow.feedback.Survey.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the file of one survey. All its texts must be written in the same languages, English among them. */
final class SurveyFile {

    private static final List<String> NAMES =
            List.of("score", "about", "open-for", "question", "low", "high", "comment", "thanks", "extra");
    private static final List<String> OF_EXTRA = List.of("name", "kind", "text", "choices");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern DAYS = Pattern.compile("P([1-9]\\d{0,2})D");
    private static final int MOST_DAYS = 183;
    private static final int MOST_EXTRAS = 8;
    private static final int MOST_CHOICES = 12;

    private final SurveyNode root;
    private final boolean aboutProduct;
    private @Nullable Set<String> languages;

    private SurveyFile(SurveyNode root) {
        this.root = root;
        this.aboutProduct = root.find("about")
                .map(about -> about.word(List.of("order", "product")))
                .filter("product"::equals)
                .isPresent();
    }

    /**
     * Reads it.
     *
     * @param file path below {@code bpmn/}
     * @throws SurveyRefused with file and line
     */
    static Survey read(String name, String file, String yaml) {
        SurveyNode root = SurveyNode.read(file, yaml);
        root.only(NAMES);
        if (!NAME.matcher(name).matches()) {
            throw root.refuse("the file's name must be small letters, digits and dashes");
        }
        return new SurveyFile(root).survey(name);
    }

    private Survey survey(String name) {
        ScoreKind kind = ScoreKind.of(root.required("score")
                .word(Stream.of(ScoreKind.values()).map(ScoreKind::word).toList()));
        if (kind.isWorded()) {
            root.required("low");
            root.required("high");
        }
        return new Survey(
                name,
                kind,
                aboutProduct,
                root.find("open-for").map(SurveyFile::days).orElse(Duration.ofDays(60)),
                wording(root.required("question")),
                root.find("low").map(this::wording).orElse(null),
                root.find("high").map(this::wording).orElse(null),
                wording(root.required("comment")),
                wording(root.required("thanks")),
                root.find("extra").map(this::extras).orElse(List.of()));
    }

    private static Duration days(SurveyNode node) {
        Matcher days = DAYS.matcher(node.text());
        if (days.matches() && Integer.parseInt(days.group(1)) <= MOST_DAYS) {
            return Duration.ofDays(Integer.parseInt(days.group(1)));
        }
        throw node.refuse("open-for must be days such as P30D, %d at most".formatted(MOST_DAYS));
    }

    private List<Extra> extras(SurveyNode list) {
        List<SurveyNode> items = list.items();
        if (items.size() > MOST_EXTRAS) {
            throw list.refuse("these are more than %d further questions".formatted(MOST_EXTRAS));
        }
        List<Extra> extras = items.stream().map(this::extra).toList();
        unique(list, extras, Extra::name);
        if (extras.stream().filter(extra -> extra.kind() == Kind.BIRTHDAY).count() > 1) {
            throw list.refuse("the birthday can be asked for once only");
        }
        return extras;
    }

    private Extra extra(SurveyNode node) {
        node.only(OF_EXTRA);
        Kind kind = Kind.valueOf(node.required("kind")
                .word(List.of("text", "choice", "birthday"))
                .toUpperCase(Locale.ROOT));
        Optional<SurveyNode> choices = node.find("choices");
        if (choices.isPresent() != (kind == Kind.CHOICE)) {
            throw choices.orElse(node).refuse("\"choices\" belong to the kind \"choice\", and only there");
        }
        return new Extra(
                name(node.required("name")),
                kind,
                wording(node.required("text")),
                choices.map(this::choices).orElse(List.of()));
    }

    private List<Choice> choices(SurveyNode node) {
        Map<String, SurveyNode> named = node.named();
        if (named.size() < 2 || named.size() > MOST_CHOICES) {
            throw node.refuse("these must be 2 to %d choices".formatted(MOST_CHOICES));
        }
        return named.entrySet().stream()
                .map(choice -> {
                    if (!NAME.matcher(choice.getKey()).matches()) {
                        throw choice.getValue().refuse("a choice's name must be small letters, digits and dashes");
                    }
                    return new Choice(choice.getKey(), wording(choice.getValue()));
                })
                .toList();
    }

    private static String name(SurveyNode node) {
        if (!NAME.matcher(node.text()).matches()) {
            throw node.refuse("a name must be small letters, digits and dashes");
        }
        return node.text();
    }

    private static <T> void unique(SurveyNode node, List<T> things, Function<T, String> name) {
        Set<String> names = new HashSet<>();
        things.forEach(thing -> {
            if (!names.add(name.apply(thing))) {
                throw node.refuse("\"%s\" stands here twice".formatted(name.apply(thing)));
            }
        });
    }

    private Wording wording(SurveyNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.named().forEach((language, text) -> texts.put(language, text(text)));
        if (!texts.containsKey("en")) {
            throw node.refuse("the text in English is missing: en");
        }
        if (languages == null) {
            languages = Set.copyOf(texts.keySet());
        } else if (!languages.equals(texts.keySet())) {
            throw node.refuse("this is not written in the same languages as the question: "
                    + String.join(", ", languages.stream().sorted().toList()));
        }
        return new Wording(texts);
    }

    private String text(SurveyNode node) {
        if (!aboutProduct && node.text().contains(Wording.PRODUCT)) {
            throw node.refuse("{product} is known only with \"about: product\"");
        }
        return node.text();
    }
}
