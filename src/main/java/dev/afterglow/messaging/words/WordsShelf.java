package dev.afterglow.messaging.words;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyFolders;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.messaging.words.Compiling.LayoutFile;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.Shops;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    private static final List<String> ENDINGS = List.of("mjml", "md");
    private static final List<String> LAYOUTS = List.of("mjml", "html");

    private final JourneyFolders folders;
    private final Compiling compiling;
    private final Shops shops;
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    private record Compiled(ByteBuffer source, @Nullable LayoutFile layout, Words words) {

        boolean isOf(ByteBuffer newSource, @Nullable LayoutFile newLayout) {
            return source.equals(newSource) && Objects.equals(layout, newLayout);
        }
    }

    WordsShelf(JourneyFolders folders, Liquid liquid, Shops shops) {
        this.folders = folders;
        this.compiling = new Compiling(liquid);
        this.shops = shops;
    }

    /**
     * The words with this name beside that journey, in the nearest language there is.
     *
     * @param locale the language wanted, if it is known
     * @param shop in whose language otherwise
     * @throws JourneyProblem when there are none in any language, or they are wrong and never were right
     */
    Words find(String journey, String name, String channel, @Nullable Locale locale, Shop shop) {
        JourneyFolder folder = folders.of(journey)
                .orElseThrow(() -> new JourneyProblem("WORDS_MISSING", "no folder holds " + journey + ".bpmn"));
        Set<String> tags =
                Locales.nearestFirst(locale, shop.locale(), shops.main().locale());
        for (String tag : tags) {
            for (String ending : ENDINGS) {
                WordsName wanted = new WordsName(name, channel, tag);
                byte[] source = folder.files().get(wanted.path(ending));
                if (source != null) {
                    return words(folder.name() + "/" + wanted.path(ending), wanted, source);
                }
            }
        }
        throw new JourneyProblem(
                "WORDS_MISSING", "%s/messages holds no %s.%s.*.md in %s".formatted(folder.name(), name, channel, tags));
    }

    private Words words(String file, WordsName name, byte[] bytes) {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        LayoutFile layout = layout(name.channel());
        Compiled known = compiled.get(file);
        if (known != null && known.isOf(source, layout)) {
            return known.words();
        }
        Words words = known == null ? first(file, name, bytes) : next(file, name, bytes, known.words());
        compiled.put(file, new Compiled(source, layout, words));
        return words;
    }

    private Words first(String file, WordsName name, byte[] bytes) {
        try {
            return compile(file, name, bytes);
        } catch (WordsRefused refused) {
            throw new JourneyProblem("WORDS_REFUSED", refused.flaw(file).toString());
        }
    }

    private Words next(String file, WordsName name, byte[] bytes, Words old) {
        try {
            return compile(file, name, bytes);
        } catch (WordsRefused refused) {
            LOG.error("New words are refused, the old ones are still used: {}", refused.flaw(file));
            return old;
        }
    }

    /**
     * Reads a file of words as it is now.
     *
     * @param file path below {@code bpmn/}
     * @throws WordsRefused when it is wrong
     */
    Words compile(String file, WordsName name, byte[] bytes) {
        WordsFile read = WordsFile.parse(file, new String(bytes, StandardCharsets.UTF_8));
        return compiling.words(name, read, layout(name.channel()));
    }

    private @Nullable LayoutFile layout(String channel) {
        return folders.named("shared")
                .flatMap(shared -> LAYOUTS.stream()
                        .map(ending -> "layout.%s.%s".formatted(channel, ending))
                        .filter(path -> shared.files().containsKey(path))
                        .findFirst()
                        .map(path -> new LayoutFile(
                                "shared/" + path,
                                ByteBuffer.wrap(
                                        Objects.requireNonNull(shared.files().get(path))))))
                .orElse(null);
    }
}
