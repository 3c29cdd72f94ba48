package dev.afterglow.messaging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another room gives words to speak of, such as {@code survey.link}: a bean of that room. Its names are known to the
 * check and to previews before any message is sent; what they stand for is asked for when one is written, and only where its
 * words speak of it.
 */
public interface Offering {

    /** What all its names begin with, such as {@code survey}: lower case, one room alone. */
    String prefix();

    /** The names there are. */
    List<Name> names();

    /**
     * What the names stand for in one message. Belongs to the transaction that writes the message down, so what is kept here
     * is kept with it, or not at all; after a crash it may be asked for again.
     *
     * <p>A value is a text, a number, true or false, an {@link java.time.Instant}, a {@link java.time.LocalDate}, a
     * {@link Money}, or a list of maps of these. A name that is left out counts as no in {@code {% if %}}, like an empty
     * text.
     *
     * @return empty when this run has nothing of it: then words that speak of it are refused and the step becomes an
     *     incident
     */
    Map<String, Object> values(About about);

    /**
     * One name.
     *
     * @param name without the prefix, such as {@code link}
     * @param meaning for the reference page; for a list also what each of it has
     * @param sample what it stands for in the check and in previews; of the same kind as the value
     */
    record Name(String name, String meaning, Object sample) {}

    /** An amount, to be written as the customer writes money. */
    record Money(BigDecimal amount, String currency) {}

    /**
     * The message that is being written.
     *
     * @param journey process id
     * @param businessKey what the run is about
     * @param step id of the step in the diagram
     * @param marketing whether it is marketing to this customer: then the law allows it, for the policies have been asked
     * @param locale the language of the words
     */
    record About(
            String messageId,
            String journey,
            String businessKey,
            String step,
            @Nullable String orderId,
            @Nullable String customerId,
            boolean marketing,
            Locale locale) {}
}
