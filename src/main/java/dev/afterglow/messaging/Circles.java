package dev.afterglow.messaging;

import dev.afterglow.customer.Customers;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out whom something that came back concerns: the shop whose message it is about. Where nobody knows which message
 * that was, every shop: they share senders, and a no must not be heard by the wrong one.
 */
@Component
class Circles {

    private final Customers customers;
    private final Shops shops;

    Circles(Customers customers, Shops shops) {
        this.customers = customers;
        this.shops = shops;
    }

    /**
     * Whom it concerns; whoever the message went to comes first.
     *
     * @param about the message, if it is known
     * @param address where it came from, if that is known
     */
    Circle of(Optional<Message> about, String channel, @Nullable String address) {
        List<ShopKey> concerned = about.flatMap(this::shop)
                .map(List::of)
                .orElseGet(() -> shops.all().stream().map(Shop::key).toList());
        Stream<String> known = about.map(Message::customerId).stream();
        Stream<String> there = address == null
                ? Stream.of()
                : customers.at(channel, address).stream()
                        .filter(person -> customers
                                .shop(person)
                                .filter(concerned::contains)
                                .isPresent())
                        .sorted();
        return new Circle(concerned, Stream.concat(known, there).distinct().toList());
    }

    private Optional<ShopKey> shop(Message message) {
        return Optional.ofNullable(message.customerId())
                .flatMap(customers::shop)
                .or(() -> Optional.ofNullable(message.orderId()).map(shops::ofOrder));
    }
}
