package dev.afterglow.order;

import java.util.Locale;

/**
 * What went wrong with a parcel, and whose it is: that decides who apologises and who pays.
 *
 * @param reason a short word with dashes, such as {@code address-not-found}
 */
public record Incident(Owner owner, String reason) {

    /** Whose incident it is. */
    public enum Owner {
        CARRIER,
        SHOP,
        RECIPIENT,
        CUSTOMS,
        /** Weather, strikes, closed roads. */
        NOBODY,
        UNKNOWN;

        /** The word used in the database and the templates. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Owner of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
