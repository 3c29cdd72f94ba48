package dev.afterglow.messaging.words;

import dev.afterglow.journey.Edition;
import dev.afterglow.journey.Editions;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.messaging.Offering;
import dev.afterglow.messaging.words.WordsShelf.Origin;
import dev.afterglow.shop.Shops;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the words of a message and fills them in for one person. */
@Component
public class Writing {

    private final WordsShelf shelf;
    private final Pen pen;
    private final WordsCheck check;
    private final Offerings offerings;
    private final Shops shops;
    private final Editions editions;

    Writing(WordsShelf shelf, Pen pen, WordsCheck check, Offerings offerings, Shops shops, Editions editions) {
        this.editions = editions;
        this.offerings = offerings;
        this.shelf = shelf;
        this.pen = pen;
        this.check = check;
        this.shops = shops;
    }

    /**
     * The words with this name beside that journey, in the nearest language there is.
     *
     * @param edition of the journey's folder; null for the newest that is in use
     * @throws JourneyProblem when there are none in any language, or they are wrong and never were right
     */
    public Words words(String journey, @Nullable String edition, String name, String channel, Audience audience) {
        Edition from = editions.of(journey, edition).orElseThrow(() -> WordsShelf.noFolder(journey));
        return shelf.find(Origin.of(from, editions.shared()), name, channel, audience.locale(), audience.shop(shops));
    }

    /** The same as they are on disk, in this language or the nearest to it; for looking at. */
    public Words wordsIn(Locale locale, String journey, String name, String channel) {
        return shelf.find(shelf.onDisk(journey), name, channel, locale, shops.main());
    }

    /**
     * Fills in the words to look at them; what other rooms give is made up.
     *
     * @param links addresses of our own pages, by the name words use for them
     * @throws JourneyProblem when they cannot be filled in for this person
     */
    public Rendered write(Words words, Audience audience, Map<String, String> links) {
        return write(words, audience, links, offerings.samples());
    }

    /**
     * Fills in the words of a message. Belongs in the transaction that writes it down.
     *
     * @param links addresses of our own pages, by the name words use for them
     * @param about the message
     * @throws JourneyProblem when they cannot be filled in for this person, or speak of what this run does not have
     */
    public Rendered write(Words words, Audience audience, Map<String, String> links, Offering.About about) {
        return write(words, audience, links, offerings.of(words, about));
    }

    private Rendered write(
            Words words, Audience audience, Map<String, String> links, Map<String, Map<String, Object>> offered) {
        try {
            return pen.write(words, audience, links, offered);
        } catch (WordsRefused refused) {
            throw new JourneyProblem("WORDS_REFUSED", refused.flaw(words.file()).toString());
        }
    }

    /** What is wrong with the words beside this journey; empty when all is well. */
    public List<Flaw> check(String journey) {
        return check.of(journey);
    }

    /** All words there are, of every journey. */
    public List<WordsAt> all() {
        return check.all();
    }
}
