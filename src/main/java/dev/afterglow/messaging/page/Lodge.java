package dev.afterglow.messaging.page;

import dev.afterglow.messaging.PublicPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Serves the pages of other rooms as it serves ours. */
@Component
public class Lodge {

    private final Door door;
    private final Speech speech;
    private final PageSettings settings;

    Lodge(Door door, Speech speech, PageSettings settings) {
        this.door = door;
        this.speech = speech;
        this.settings = settings;
    }

    /** A key nobody has, for a page below this path. */
    public PublicPages.Key newKey(String path) {
        Token token = Token.fresh();
        return new PublicPages.Key(settings.address(path, token), token.hash());
    }

    /**
     * Lets in whom a key was given to.
     *
     * @throws NothingHere when it opens nothing, or this visitor guessed too often
     */
    public <T> T open(String key, HttpServletRequest request, Function<String, Optional<T>> known) {
        return door.open(key, request, token -> known.apply(token.hash()));
    }

    /** Gives a page what every page shows. */
    public Locale frame(Model model, @Nullable String customerId, String messageId, HttpServletRequest request) {
        Texts texts = speech.fill(model, speech.of(customerId, messageId, request));
        return Locale.forLanguageTag(texts.tag());
    }
}
