package dev.afterglow.recommendation;

import java.util.List;

/** What was found to go well with a product, best first. */
record Found(String product, List<Other> others) {

    /** Another product; so many people bought both. */
    record Other(String product, int together, double score) {}
}
