package dev.afterglow.offer;

import java.time.Period;

/**
 * What a file {@code offers/NAME.yaml} says.
 *
 * @param valid how long a code can be redeemed, up to the end of its last day in the shop's zone
 * @param budget how many codes may be given in a month of the shop's calendar
 */
record Deal(Terms terms, Period valid, int budget) {}
