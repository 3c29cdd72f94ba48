package dev.afterglow.intake;

import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.order.Order;
import dev.afterglow.shop.ShopKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Told} together: what is not said was not told. */
public final class Telling {

    private final String sender;
    private final String senderEventId;
    private final String contentHash;
    private ShopKey shop = ShopKey.MAIN;
    private String body = "";
    private @Nullable Order order;
    private @Nullable CustomerFacts customer;
    private List<Fact> facts = List.of();
    private @Nullable String silence;

    Telling(String sender, String senderEventId, String contentHash) {
        this.sender = sender;
        this.senderEventId = senderEventId;
        this.contentHash = contentHash;
    }

    /** Whose it is; the main shop's if not said. */
    public Telling of(ShopKey said) {
        shop = said;
        return this;
    }

    /** The body as it was sent. */
    public Telling body(String sent) {
        body = sent.replace("\u0000", "");
        return this;
    }

    /** Facts about an order. */
    public Telling order(@Nullable Order told) {
        order = told;
        return this;
    }

    /** Facts about a person. */
    public Telling customer(@Nullable CustomerFacts told) {
        customer = told;
        return this;
    }

    /** What else was told. */
    public Telling facts(List<Fact> told) {
        facts = List.copyOf(told);
        return this;
    }

    /** No journey shall hear of it, for this reason. */
    public Telling silent(String reason) {
        silence = reason;
        return this;
    }

    /**
     * All of it.
     *
     * @param type from our vocabulary
     * @param subject what it happened to
     * @param at when it happened
     */
    public Told as(String type, String subject, Instant at) {
        return new Told(
                sender, senderEventId, contentHash, shop, type, subject, at, body, order, customer, facts, silence);
    }
}
