package dev.afterglow.messaging.page;

import dev.afterglow.customer.Topic;
import java.util.List;
import java.util.Set;

/** Which kinds of messages a person can end. */
final class Topics {

    /** Those that can be ended everywhere. */
    static final List<Topic> BESIDE_ORDERS = List.of(Topic.FEEDBACK, Topic.REVIEWS, Topic.CARE, Topic.OFFERS);

    private static final List<Topic> ALL =
            List.of(Topic.ORDER, Topic.FEEDBACK, Topic.REVIEWS, Topic.CARE, Topic.OFFERS);
    private static final Set<String> ON_THE_PHONE = Set.of("sms", "whatsapp", "push");

    private Topics() {}

    /** True when these can be ended on that channel. */
    static boolean canBeEnded(Topic topic, String channel) {
        // why: what a customer must be told about an order is told by e-mail; only the phone can be kept free of it.
        return topic != Topic.ORDER || ON_THE_PHONE.contains(channel);
    }

    /** Those that can be ended on that channel. */
    static List<Topic> of(String channel) {
        return ON_THE_PHONE.contains(channel) ? ALL : BESIDE_ORDERS;
    }
}
