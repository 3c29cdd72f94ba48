package dev.afterglow.history;

/**
 * What became of some rows.
 *
 * @param known had been taken before
 */
record Counts(long taken, long known, long refused) {

    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts more) {
        return new Counts(taken + more.taken, known + more.known, refused + more.refused);
    }
}
