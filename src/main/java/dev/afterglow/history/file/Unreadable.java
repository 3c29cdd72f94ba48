package dev.afterglow.history.file;

/** A file that cannot be taken as it is; the sentence says why and what to do. */
public class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unreadable(String sentence) {
        super(sentence);
    }
}
