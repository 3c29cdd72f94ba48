package dev.afterglow.messaging.words;

import dev.afterglow.journey.Edition;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the words for a step in a folder, in the customer's language. What was read once is kept, whoever has it too. */
@Component
class WordsShelf {

    private static final Logger LOG = LoggerFactory.getLogger(WordsShelf.class);
    private static final List<String> ENDINGS = List.of("mjml", "md");
    private static final List<String> LAYOUTS = List.of("mjml", "html");
    private static final int MOST_KEPT = 5_000;
    private static final WordsName FEW = new WordsName("layout", "email", "en");

    private final JourneyFolders folders;
    private final Compiling compiling;
    private final Shops shops;
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    /**
     * Where words are taken from.
     *
     * @param edition null for the folder as it is on disk
     * @param shared what all journeys share
     */
    record Origin(@Nullable String edition, JourneyFolder folder, Optional<JourneyFolder> shared) {

        static Origin of(Edition edition, Optional<JourneyFolder> shared) {
            return new Origin(edition.hash(), edition.folder(), shared);
        }
    }

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
     * The folder of a journey as it is on disk.
     *
     * @throws JourneyProblem when there is none
     */
    Origin onDisk(String journey) {
        return new Origin(
                null, folders.of(journey).orElseThrow(() -> noFolder(journey)), folders.named(JourneyFolders.SHARED));
    }

    /** The problem that no folder holds this journey. */
    static JourneyProblem noFolder(String journey) {
        return new JourneyProblem("WORDS_MISSING", "no folder holds " + journey + ".bpmn");
    }

    /**
     * The words with this name in that folder, in the nearest language there is.
     *
     * @param locale the language wanted, if it is known
     * @param shop in whose language otherwise
     * @throws JourneyProblem when there are none in any language, or they are wrong and never were right
     */
    Words find(Origin from, String name, String channel, @Nullable Locale locale, Shop shop) {
        Set<String> tags =
                Locales.nearestFirst(locale, shop.locale(), shops.main().locale());
        for (String tag : tags) {
            for (String ending : ENDINGS) {
                WordsName wanted = new WordsName(name, channel, tag);
                byte[] source = from.folder().files().get(wanted.path(ending));
                if (source != null) {
                    return words(from, wanted.path(ending), wanted, source).in(from.edition());
                }
            }
        }
        throw new JourneyProblem(
                "WORDS_MISSING",
                "%s/messages holds no %s.%s.*.md in %s".formatted(from.folder().name(), name, channel, tags));
    }

    private Words words(Origin from, String path, WordsName name, byte[] bytes) {
        String file = from.folder().name() + "/" + path;
        ByteBuffer source = ByteBuffer.wrap(bytes);
        LayoutFile layout = layout(from.shared(), name.channel());
        String key = from.edition() + ":" + file;
        Compiled own = compiled.get(key);
        // why: most files are the same in the next edition, and where its words are wrong the ones before are still
        // used.
        Compiled known = own == null ? compiled.get(file) : own;
        if (known == null || !known.isOf(source, layout)) {
            Words words =
                    known == null ? first(file, name, bytes, layout) : next(file, name, bytes, layout, known.words());
            known = new Compiled(source, layout, words);
            if (compiled.size() > MOST_KEPT) {
                compiled.clear();
            }
            compiled.put(file, known);
        }
        compiled.put(key, known);
        return known.words();
    }

    private Words first(String file, WordsName name, byte[] bytes, @Nullable LayoutFile layout) {
        try {
            return compile(file, name, bytes, layout);
        } catch (WordsRefused refused) {
            throw new JourneyProblem("WORDS_REFUSED", refused.flaw(file).toString());
        }
    }

    private Words next(String file, WordsName name, byte[] bytes, @Nullable LayoutFile layout, Words old) {
        try {
            return compile(file, name, bytes, layout);
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
        return compile(file, name, bytes, layout(folders.named(JourneyFolders.SHARED), name.channel()));
    }

    /**
     * A few words in this layout, to see whether it is right.
     *
     * @param file path below {@code bpmn/}
     * @throws WordsRefused when it is wrong
     */
    Words inLayout(String file, byte[] layout) {
        WordsFile few = WordsFile.parse(FEW.path("md"), "---\nsubject: Hello\npurpose: service\n---\nHello\n");
        return compiling.words(FEW, few, new LayoutFile(file, ByteBuffer.wrap(layout)));
    }

    private Words compile(String file, WordsName name, byte[] bytes, @Nullable LayoutFile layout) {
        WordsFile read = WordsFile.parse(file, new String(bytes, StandardCharsets.UTF_8));
        return compiling.words(name, read, layout);
    }

    private static @Nullable LayoutFile layout(Optional<JourneyFolder> in, String channel) {
        return in.flatMap(shared -> LAYOUTS.stream()
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
