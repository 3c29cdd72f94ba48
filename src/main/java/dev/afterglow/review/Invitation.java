package dev.afterglow.review;

/**
 * One product that somebody may review.
 *
 * @param position in its request; the first is 1
 * @param productId the shop's own id, as in {@link Product}
 * @param product its name when it was bought
 */
record Invitation(String id, int position, String productId, String product) {}
