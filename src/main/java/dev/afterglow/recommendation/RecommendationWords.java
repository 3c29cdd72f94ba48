package dev.afterglow.recommendation;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.Offering;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.Shops;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What words may say of what goes well with what was bought. */
@Component
class RecommendationWords implements Offering {

    private static final Map<String, Object> SAMPLE = Map.of(
            "title",
            "Milk jug",
            "link",
            "https://shop.example/products/jug",
            "because",
            "Espresso machine",
            "together",
            42);

    private final Recommending recommending;
    private final Consents consents;
    private final Shops shops;

    RecommendationWords(Recommending recommending, Consents consents, Shops shops) {
        this.recommending = recommending;
        this.consents = consents;
        this.shops = shops;
    }

    @Override
    public String prefix() {
        return "recommendations";
    }

    @Override
    public List<Name> names() {
        return List.of(
                new Name(
                        "any",
                        "true when there is something to recommend to this customer, and the law allows it here",
                        true),
                new Name(
                        "products",
                        "what goes well with what was bought: a list, each has `title`, `link` (empty where the shop named no pages),"
                                + " `because` (what they bought) and `together` (how many people bought both)",
                        List.of(SAMPLE)));
    }

    @Override
    public Map<String, Object> values(About about) {
        List<Map<String, Object>> products = mayAdvertise(about)
                ? recommending.to(about.customerId(), about.orderId()).stream()
                        .map(pair -> product(pair, about))
                        .toList()
                : List.of();
        return Map.of("any", !products.isEmpty(), "products", products);
    }

    // why: what advertises within a service message makes it advertising (BGH, 10 July 2018, VI ZR 225/17), so there a
    // yes
    // must have been said; about marketing the policies have decided.
    private boolean mayAdvertise(About about) {
        return about.marketing()
                || (about.customerId() != null
                        && consents.current(about.customerId(), "email", Topic.OFFERS)
                                .filter(said -> said.state() == Consent.State.GIVEN)
                                .isPresent());
    }

    private Map<String, Object> product(Pair pair, About about) {
        Product other = pair.other();
        Shop shop = about.orderId() == null ? shops.main() : shops.of(shops.ofOrder(about.orderId()));
        return Map.of(
                "title",
                other.title(),
                "link",
                shop.pages().ofProduct(other.id(), other.sku()).orElse(""),
                "because",
                pair.product().title(),
                "together",
                pair.together());
    }
}
