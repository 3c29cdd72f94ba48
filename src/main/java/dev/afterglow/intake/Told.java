package dev.afterglow.intake;

import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.order.Order;
import dev.afterglow.shop.ShopKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sender told us, in our own words. Made with {@link #by}.
 *
 * @param sender who told it, such as {@code shopify:shop.example}
 * @param senderEventId the sender's own id for it
 * @param contentHash of what was told, whatever the id
 * @param shop whose order, customer and parcels it is about; all ids in here are that shop's own
 * @param type from our vocabulary, such as {@code order.paid}
 * @param subject what it happened to; the correlation key journeys wait with
 * @param body as it was sent
 * @param order facts about an order, without its customer's id, or null
 * @param customer facts about a person, or null
 * @param facts what else was told
 * @param silence why no journey shall hear of it, or null
 */
public record Told(
        String sender,
        String senderEventId,
        String contentHash,
        ShopKey shop,
        String type,
        String subject,
        Instant occurredAt,
        String body,
        @Nullable Order order,
        @Nullable CustomerFacts customer,
        List<Fact> facts,
        @Nullable String silence) {

    /** The beginning of what this sender told, to say more about it. */
    public static Telling by(String sender, String senderEventId, String contentHash) {
        return new Telling(sender, senderEventId, contentHash);
    }

    /** The same report, of this order. */
    Told about(Order other) {
        return new Told(
                sender,
                senderEventId,
                contentHash,
                shop,
                type,
                subject,
                occurredAt,
                body,
                other,
                customer,
                facts,
                silence);
    }

    /** The same report, sent with this body. */
    Told withBody(String sent) {
        return new Told(
                sender,
                senderEventId,
                contentHash,
                shop,
                type,
                subject,
                occurredAt,
                sent,
                order,
                customer,
                facts,
                silence);
    }

    /** True when nothing here is about a person or a case, so that the subject may be an order. */
    boolean mayConcernAnOrder() {
        return customer == null && facts.isEmpty();
    }

    /** True when it can be kept whoever is known by then: nothing in it needs a person it does not name. */
    boolean canWait() {
        boolean namesSomebody = customer != null && !customer.isAnonymous();
        return namesSomebody || facts.stream().allMatch(Fact::isAboutGoods);
    }
}
