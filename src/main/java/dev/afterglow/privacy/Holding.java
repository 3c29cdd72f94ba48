package dev.afterglow.privacy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One table and what we do with it, as {@code personal-data.yaml} says.
 *
 * @param table its name
 * @param nobody why nothing in it is about a person; null when something is
 * @param section its name in an export; null when it is not handed out
 * @param under the section whose rows these belong to, and the columns that say to which; null for a section of its own
 * @param one whether a person has at most one row
 * @param whose the condition for a person's rows, with {@code :customers} for the ids of ours
 * @param sorted the order of the rows in an export
 * @param removed all columns of rows that an erasure removes; empty when rows stay
 * @param emptied columns an erasure sets to null
 * @param blanked columns an erasure sets to the empty text
 * @param stays columns an erasure leaves
 * @param because why they may stay
 * @param hidden columns an export leaves out: secrets, and what only our machinery needs
 * @param purged what is emptied when its time is over; null when nothing is
 */
record Holding(
        String table,
        @Nullable String nobody,
        @Nullable String section,
        @Nullable Under under,
        boolean one,
        String whose,
        String sorted,
        List<String> removed,
        List<String> emptied,
        List<String> blanked,
        List<String> stays,
        @Nullable String because,
        List<String> hidden,
        @Nullable Purged purged) {

    /** Rows that belong to rows of another section. */
    record Under(String section, String parent, String child) {}

    /**
     * What is emptied by itself.
     *
     * @param after the name of the time it is kept
     * @param since the column that says since when; better emptied too, so that nobody looks again
     * @param key the column that names a row
     * @param only which rows, beside being old enough
     * @param stamped the column that then says when that was; null for none
     */
    record Purged(
            String after,
            String since,
            String key,
            @Nullable String only,
            @Nullable String stamped,
            List<String> emptied,
            List<String> blanked) {

        Purged {
            emptied = listed(emptied);
            blanked = listed(blanked);
        }
    }

    Holding {
        whose = Objects.requireNonNullElse(whose, "");
        sorted = Objects.requireNonNullElse(sorted, "");
        removed = listed(removed);
        emptied = listed(emptied);
        blanked = listed(blanked);
        stays = listed(stays);
        hidden = listed(hidden);
    }

    /** The same, with this condition. */
    Holding whose(String condition) {
        return new Holding(
                table, nobody, section, under, one, condition, sorted, removed, emptied, blanked, stays, because,
                hidden, purged);
    }

    /** True when something in this table is about a person. */
    boolean isPersonal() {
        return nobody == null;
    }

    /** The columns that are handed out. */
    List<String> shown() {
        return columns().stream().filter(column -> !hidden.contains(column)).toList();
    }

    /** Every column of the table. */
    List<String> columns() {
        return Stream.of(removed, stays, emptied, blanked).flatMap(List::stream).toList();
    }

    private static List<String> listed(@Nullable List<String> columns) {
        return columns == null ? List.of() : List.copyOf(columns);
    }
}
