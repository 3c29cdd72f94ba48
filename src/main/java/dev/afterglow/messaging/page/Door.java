package dev.afterglow.messaging.page;

import dev.afterglow.access.Guesses;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Looks at the token in an address, and lets in whom it was given to. */
@Component
class Door {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{24}");

    private final Grants grants;
    private final Guesses guesses;

    Door(Grants grants, Guesses guesses) {
        this.grants = grants;
        this.guesses = guesses;
    }

    /**
     * What the address opens.
     *
     * @throws NothingHere when that is nothing, or this visitor guessed too often
     */
    Grant open(Scope scope, String token, HttpServletRequest request) {
        return open(token, request, known -> grants.find(scope, known));
    }

    /**
     * The same for what is kept elsewhere.
     *
     * @throws NothingHere when that is nothing, or this visitor guessed too often
     */
    <T> T open(String token, HttpServletRequest request, Function<Token, Optional<T>> known) {
        Duration wait = guesses.wait(request.getRemoteAddr());
        if (wait.isPositive()) {
            throw NothingHere.before(wait);
        }
        return openAtOnce(token, request, known);
    }

    /**
     * The same without waiting: few machines of a mail provider unsubscribe many people, some with very old addresses,
     * and must not be kept from it.
     */
    Grant openAtOnce(Scope scope, String token, HttpServletRequest request) {
        return openAtOnce(token, request, known -> grants.find(scope, known));
    }

    private <T> T openAtOnce(String token, HttpServletRequest request, Function<Token, Optional<T>> known) {
        return Optional.of(token)
                .filter(text -> TOKEN.matcher(text).matches())
                .flatMap(text -> known.apply(new Token(text)))
                .orElseThrow(() -> miss(request));
    }

    private NothingHere miss(HttpServletRequest request) {
        guesses.missed(request.getRemoteAddr());
        return NothingHere.atAll();
    }
}
