package dev.afterglow.recommendation;

import static org.mockito.Mockito.mock;

import dev.afterglow.customer.Consents;
import dev.afterglow.messaging.Offering;
import dev.afterglow.shop.Shops;

/** What the room gives others, for their tests. */
public final class RecommendationRoom {

    private RecommendationRoom() {}

    /** The names that words may use, with their samples. */
    public static Offering words() {
        return new RecommendationWords(mock(Recommending.class), mock(Consents.class), mock(Shops.class));
    }
}
