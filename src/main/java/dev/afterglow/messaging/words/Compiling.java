package dev.afterglow.messaging.words;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes words out of files. Everything that is the same for all customers is done here, once for each version. */
final class Compiling {

    /** The channels that show HTML; all others get plain text alone. */
    static final Set<String> WITH_HTML = Set.of("email", "letter");

    private static final Source NOTHING = new Source("", new TreeMap<>());

    private final Liquid liquid;

    /** A layout and where it stands. */
    record LayoutFile(String path, ByteBuffer bytes) {

        String source() {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }
    }

    Compiling(Liquid liquid) {
        this.liquid = liquid;
    }

    /**
     * Makes the words.
     *
     * @throws WordsRefused with file and line, when something is wrong
     */
    Words words(WordsName name, WordsFile file, @Nullable LayoutFile layoutFile) {
        Parts parts = shallow(name, file, layoutFile);
        Map<String, LiquidTemplate> fields = new LinkedHashMap<>();
        file.front().fields().forEach((field, value) -> fields.put(field, line(value)));
        FrontMatter.Value subject = WITH_HTML.contains(name.channel())
                ? file.front().required("subject")
                : file.front().optional("subject");
        return new Words(
                name.name(),
                name.locale(),
                file.front().traits(),
                file.path(),
                null,
                file.front().track(),
                line(subject),
                line(file.front().optional("preheader")),
                parts.html() == null ? null : liquid.html(parts.html()),
                liquid.plain(parts.plain()),
                fields);
    }

    private LiquidTemplate line(FrontMatter.Value value) {
        Gaps gaps = new Gaps(value.place().file(), value.place().line(), value.text());
        Grammar.check(gaps.pieces());
        return liquid.plain(value.source());
    }

    private record Parts(@Nullable Source html, Source plain) {}

    private static Parts shallow(WordsName name, WordsFile file, @Nullable LayoutFile layoutFile) {
        try {
            return parts(name, file, layoutFile);
        } catch (StackOverflowError e) {
            throw new Place(file.path(), file.bodyLine()).refuse("too much stands inside each other");
        }
    }

    private static Parts parts(WordsName name, WordsFile file, @Nullable LayoutFile layoutFile) {
        Locale locale = Locale.forLanguageTag(name.locale());
        Gaps gaps = new Gaps(file.path(), file.bodyLine(), file.body());
        if (file.isMjml()) {
            if (!WITH_HTML.contains(name.channel())) {
                throw new Place(file.path(), 1)
                        .refuse("the channel %s shows no MJML: write Markdown".formatted(name.channel()));
            }
            Layout page = Layout.page(file.path(), file.bodyLine(), gaps, locale);
            return new Parts(page.html(NOTHING), page.plain(NOTHING));
        }
        Grammar.check(gaps.pieces());
        Html.check(file.path(), file.bodyLine(), gaps);
        Markdown markdown = new Markdown(gaps);
        if (!WITH_HTML.contains(name.channel())) {
            return new Parts(null, markdown.text());
        }
        if (layoutFile == null) {
            return new Parts(markdown.html(), markdown.text());
        }
        Layout layout = Layout.read(layoutFile.path(), layoutFile.source(), locale);
        return new Parts(layout.html(markdown.html()), layout.plain(markdown.text()));
    }
}
