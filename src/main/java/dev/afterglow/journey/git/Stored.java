package dev.afterglow.journey.git;

/** Something git stored. */
final class Stored {

    private static final int TREE = 2;

    private final int kind;
    private final byte[] content;

    /**
     * Something with this content.
     *
     * @param kind 1 commit, 2 tree, 3 file, 4 tag, as packs number them
     */
    Stored(int kind, byte[] content) {
        this.kind = kind;
        this.content = content;
    }

    int kind() {
        return kind;
    }

    byte[] content() {
        return content;
    }

    boolean isTree() {
        return kind == TREE;
    }
}
