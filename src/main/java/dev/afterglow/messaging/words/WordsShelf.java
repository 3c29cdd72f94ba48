package dev.afterglow.messaging.words;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyFolders;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.messaging.ShopSettings;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the words for a step, in the customer's language; new words are read as soon as they are saved. */
@Component
class WordsShelf {

    private static final Logger LOG = LoggerFactory.getLogger(WordsShelf.class);

    private record Compiled(String source, String layout, Words words) {}

    private final JourneyFolders folders;
    private final Liquid liquid;
    private final ShopSettings shop;
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    WordsShelf(JourneyFolders folders, Liquid liquid, ShopSettings shop) {
        this.folders = folders;
        this.liquid = liquid;
        this.shop = shop;
    }

    /**
     * The words with this name beside that journey, in the nearest language there is.
     *
     * @throws JourneyProblem when there are none in any language, or they are wrong and never were right
     */
    Words find(String journey, String name, String channel, @Nullable Locale locale) {
        JourneyFolder folder = folders.of(journey)
                .orElseThrow(() -> new JourneyProblem("WORDS_MISSING", "no folder holds " + journey + ".bpmn"));
        for (String tag : tags(locale)) {
            String path = "messages/%s.%s.%s.md".formatted(name, channel, tag);
            Optional<String> source = folder.text(path);
            if (source.isPresent()) {
                return words(folder.name() + "/" + path, name, channel, tag, source.get());
            }
        }
        throw new JourneyProblem(
                "WORDS_MISSING",
                "%s/messages holds no %s.%s.*.md in %s".formatted(folder.name(), name, channel, tags(locale)));
    }

    private Words words(String file, String name, String channel, String tag, String source) {
        String layout = folders.named("shared")
                .flatMap(shared -> shared.text("layout.%s.html".formatted(channel)))
                .orElse("{{ content }}");
        Compiled known = compiled.get(file);
        if (known != null && known.source().equals(source) && known.layout().equals(layout)) {
            return known.words();
        }
        try {
            Words words = compile(name, tag, WordsFile.parse(source), layout);
            compiled.put(file, new Compiled(source, layout, words));
            return words;
        } catch (WordsRefused refused) {
            return keepOld(known, refused.in(file), source, layout, file);
        }
    }

    private Words keepOld(@Nullable Compiled known, WordsRefused refused, String source, String layout, String file) {
        if (known == null) {
            throw new JourneyProblem("WORDS_REFUSED", String.valueOf(refused.getMessage()));
        }
        LOG.error("New words are refused, the old ones are still used: {}", refused.getMessage());
        compiled.put(file, new Compiled(source, layout, known.words()));
        return known.words();
    }

    private Words compile(String name, String tag, WordsFile file, String layout) {
        Markdown markdown = new Markdown(file.body());
        return new Words(
                name,
                tag,
                Traits.of(file.purpose()),
                liquid.parse(file.required("subject")),
                liquid.parse(file.optional("preheader")),
                liquid.parse(layout.replace("{{ content }}", markdown.html())),
                liquid.parse(markdown.text()));
    }

    /** Language tags to try, nearest first: pt-BR, pt, then the shop's own. */
    private Set<String> tags(@Nullable Locale locale) {
        Set<String> tags = new LinkedHashSet<>();
        for (Locale wanted : locale == null ? new Locale[] {shop.locale()} : new Locale[] {locale, shop.locale()}) {
            tags.add(wanted.toLanguageTag());
            tags.add(wanted.getLanguage());
        }
        return tags;
    }
}
