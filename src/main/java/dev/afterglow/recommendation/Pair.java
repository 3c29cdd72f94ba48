package dev.afterglow.recommendation;

/**
 * What goes well with something.
 *
 * @param product what people bought
 * @param other what they bought too
 * @param together how many bought both
 * @param score how surprising that is: a log-likelihood ratio
 */
public record Pair(Product product, Product other, int together, double score) {}
