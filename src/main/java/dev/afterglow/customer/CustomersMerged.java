package dev.afterglow.customer;

/**
 * Two that were taken for different people are one. Published inside the transaction: whoever keeps a customer's id
 * replaces it there and then.
 *
 * @param merged the id that is no more
 * @param stayed the id that counts
 */
public record CustomersMerged(String merged, String stayed) {}
