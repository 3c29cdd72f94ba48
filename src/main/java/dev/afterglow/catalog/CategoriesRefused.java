package dev.afterglow.catalog;

/** The file of categories is wrong; the message says in which line, and why. */
final class CategoriesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CategoriesRefused(String file, int line, String reason) {
        super("%s: line %d: %s".formatted(file, line, reason));
    }
}
