package dev.afterglow.rehearsal;

import org.jspecify.annotations.Nullable;

/**
 * Something that must stand in an example's calendar.
 *
 * @param what the name of the words; empty where it is about the journey
 * @param reason why it is silent, or why the journey ended
 */
record Expected(
        int line,
        When when,
        Entry.Kind kind,
        String what,
        @Nullable String channel,
        @Nullable String subject,
        @Nullable String reason) {

    /** True when that happened. */
    boolean isMetBy(Entry entry, When at) {
        return entry.kind() == kind
                && entry.what().equals(what)
                && at.day() == when.day()
                && (when.time() == null || when.time().equals(at.time()))
                && (channel == null || channel.equals(entry.channel()))
                && (subject == null || subject.equals(entry.subject()))
                && (reason == null || reason.equals(entry.reason()));
    }

    /** As it is written in the file. */
    String inWords() {
        return when + ": " + Entry.inWords(kind, what, channel, subject, reason);
    }
}
