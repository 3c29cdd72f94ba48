package dev.afterglow.offer;

import java.math.BigDecimal;

/**
 * An order that somebody wants to redeem a code for.
 *
 * @param order the shop's own id of it
 * @param amount what it costs before the code
 * @param currency ISO 4217, such as EUR
 */
record Redemption(String order, BigDecimal amount, String currency) {}
