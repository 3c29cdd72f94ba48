package dev.afterglow.messaging;

import dev.afterglow.shop.ShopKey;
import java.util.List;

/**
 * Whom it concerns that something came back from an address.
 *
 * @param shops whose messages it is about
 * @param people their customers at that address, in an order that is always the same
 */
record Circle(List<ShopKey> shops, List<String> people) {}
