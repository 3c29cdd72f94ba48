package dev.afterglow.rehearsal;

import java.util.List;

/** What came of an example. */
record Calendar(Example example, List<Entry> entries) {

    Calendar {
        entries = List.copyOf(entries);
    }
}
