package dev.afterglow.messaging.words;

import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.messaging.ShopSettings;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the words of a message and fills them in for one person. */
@Component
public class Writing {

    private final WordsShelf shelf;
    private final Liquid liquid;
    private final ShopSettings shop;

    Writing(WordsShelf shelf, Liquid liquid, ShopSettings shop) {
        this.shelf = shelf;
        this.liquid = liquid;
        this.shop = shop;
    }

    /**
     * The words with this name beside that journey, in the nearest language there is.
     *
     * @throws JourneyProblem when there are none in any language, or they are wrong and never were right
     */
    public Words words(String journey, String name, String channel, @Nullable Locale locale) {
        return shelf.find(journey, name, channel, locale);
    }

    /**
     * Fills in the words.
     *
     * @param links addresses of our own pages, by the name words use for them
     * @throws JourneyProblem when they cannot be filled in for this person
     */
    public Rendered write(Words words, Audience audience, Map<String, String> links) {
        try {
            return words.fill(liquid, Values.of(audience, shop, Locale.forLanguageTag(words.locale())));
        } catch (WordsRefused refused) {
            throw new JourneyProblem("WORDS_REFUSED", words.name() + " in " + words.locale() + " cannot be filled in");
        }
    }
}
