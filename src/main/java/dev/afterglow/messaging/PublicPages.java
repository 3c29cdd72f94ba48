package dev.afterglow.messaging;

import dev.afterglow.messaging.page.Lodge;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What a room needs for pages of its own that customers open with an address nobody can guess: keys, the way in, the frame.
 * The controller carries {@link PublicPage}, its path stands in {@code access.PublicDoor}, its texts in
 * {@code templates/public}.
 */
@Component
public class PublicPages {

    private final Lodge lodge;

    PublicPages(Lodge lodge) {
        this.lodge = lodge;
    }

    /**
     * What opens a page.
     *
     * @param address where the page is; it holds the key and is nothing for a log
     * @param hash of the key, in 43 characters: all that is kept of it
     */
    public record Key(String address, String hash) {

        @Override
        public String toString() {
            return "Key";
        }
    }

    /**
     * A key nobody has.
     *
     * @param path the first part of the page's address, such as {@code f}
     */
    public Key newKey(String path) {
        return lodge.newKey(path);
    }

    /**
     * Lets in whom a key was given to; for everybody else, and for those who guess, the page that says so is shown.
     *
     * @param key as it stands in the address
     * @param known finds what a key opens by its hash
     */
    public <T> T open(String key, HttpServletRequest request, Function<String, Optional<T>> known) {
        return lodge.open(key, request, known);
    }

    /**
     * Gives a page what every page shows, in the name of the shop the customer bought at, as {@code t} and {@code shop}.
     *
     * @param messageId the message that carried the address
     * @return the language of the page: the person's, among those our pages are written in
     */
    public Locale frame(Model model, @Nullable String customerId, String messageId, HttpServletRequest request) {
        return lodge.frame(model, customerId, messageId, request);
    }
}
