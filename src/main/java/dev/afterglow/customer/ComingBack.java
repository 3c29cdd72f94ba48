package dev.afterglow.customer;

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
     * Whether what was told of a person may be kept. An order from before an erasure, and what is told without an order,
     * must not bring the person back; whoever orders after it is welcome, and may be written to again.
     *
     * @param placedAt when the order was placed; empty when nothing was ordered
     */
    @Transactional
    public boolean mayBeKept(CustomerFacts facts, Optional<Instant> placedAt) {
        Map<String, String> addresses = addresses(facts);
        List<Instant> erasures = addresses.entrySet().stream()
                .flatMap(one -> suppressions.since(one.getKey(), one.getValue(), Suppression.ERASED).stream())
                .toList();
        if (erasures.isEmpty()) {
            return true;
        }
        boolean back =
                placedAt.filter(at -> erasures.stream().noneMatch(at::isBefore)).isPresent();
        if (back) {
            addresses.forEach(this::welcome);
        }
        return back;
    }

    private void welcome(String channel, String address) {
        suppressions.lift(channel, address, Suppression.ERASED, "order");
        if (channel.equals("sms")) {
            suppressions.lift("whatsapp", address, Suppression.ERASED, "order");
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
