package dev.afterglow.messaging.words;

import dev.afterglow.journey.JourneyProblem;
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

    Writing(WordsShelf shelf, Pen pen, WordsCheck check) {
        this.shelf = shelf;
        this.pen = pen;
        this.check = check;
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
            return pen.write(words, audience, links);
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
