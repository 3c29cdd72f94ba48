package dev.afterglow.customer;

import dev.afterglow.shop.ShopKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What it takes for somebody who was erased to be known again: an order placed after the erasure. */
@Service
public class ComingBack {

    private final Suppressions suppressions;

    ComingBack(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /**
     * Whether what a shop told of a person may be kept. An order from before an erasure, and what is told without an order,
     * must not bring the person back; whoever orders after it is welcome, and may be written to again. What one shop erased says nothing
     * about the others.
     *
     * @param placedAt when the order was placed; empty when nothing was ordered
     */
    @Transactional
    public boolean mayBeKept(ShopKey shop, CustomerFacts facts, Optional<Instant> placedAt) {
        Map<String, String> addresses = addresses(facts);
        List<Instant> erasures = addresses.entrySet().stream()
                .flatMap(one -> suppressions.since(shop, one.getKey(), one.getValue(), Suppression.ERASED).stream())
                .toList();
        if (erasures.isEmpty()) {
            return true;
        }
        boolean back =
                placedAt.filter(at -> erasures.stream().noneMatch(at::isBefore)).isPresent();
        if (back) {
            addresses.forEach((channel, address) -> welcome(shop, channel, address));
        }
        return back;
    }

    private void welcome(ShopKey shop, String channel, String address) {
        suppressions.lift(shop, channel, address, Suppression.ERASED, "order");
        if (channel.equals("sms")) {
            suppressions.lift(shop, "whatsapp", address, Suppression.ERASED, "order");
        }
    }

    private static Map<String, String> addresses(CustomerFacts facts) {
        Map<String, String> addresses = new LinkedHashMap<>();
        if (facts.email() != null) {
            addresses.put("email", facts.email());
        }
        if (facts.phone() != null) {
            addresses.put("sms", Addresses.phone(facts.phone(), facts.locale()));
        }
        return addresses;
    }
}
