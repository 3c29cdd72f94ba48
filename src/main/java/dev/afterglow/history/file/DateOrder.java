package dev.afterglow.history.file;

/** What stands first in a date such as 12/1/10. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    /** By the word for it: dmy or mdy. */
    public static DateOrder of(String word) {
        return switch (word) {
            case "dmy" -> DAY_FIRST;
            case "mdy" -> MONTH_FIRST;
            default -> throw new Unreadable("Dates are written dmy or mdy, not \"" + word + "\".");
        };
    }

    /** The word for it. */
    public String word() {
        return this == DAY_FIRST ? "dmy" : "mdy";
    }
}
