package dev.afterglow.catalog;

import dev.afterglow.messaging.Offering;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Orders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What words can say of the most precious thing of an order that was kept. */
@Component
class KeptWords implements Offering {

    private static final Map<String, Object> NOTHING_KEPT =
            Map.of("title", "", "variant", "", "category", Category.OTHER.name(), "guide", "");

    private final Orders orders;
    private final Categories categories;

    KeptWords(Orders orders, Categories categories) {
        this.orders = orders;
        this.categories = categories;
    }

    @Override
    public String prefix() {
        return "kept";
    }

    @Override
    public List<Name> names() {
        return List.of(
                new Name(
                        "title",
                        "the most precious thing of the order that has arrived and was kept",
                        "Espresso machine"),
                new Name("variant", "its size, colour or whatever tells it from others", "cream"),
                new Name("category", "its category in bpmn/shared/categories.yaml, or other", "appliance"),
                new Name(
                        "guide",
                        "the page on how to use it, where its category names one in the language of the words",
                        "https://shop.example/guides/espresso"));
    }

    @Override
    public Map<String, Object> values(About about) {
        return Optional.ofNullable(about.orderId())
                .flatMap(orders::find)
                .flatMap(Order::mostPreciousKept)
                .map(line -> values(line, about))
                .orElse(NOTHING_KEPT);
    }

    private Map<String, Object> values(OrderLine line, About about) {
        Category category = categories.of(line);
        return Map.of(
                "title",
                line.title(),
                "variant",
                Objects.requireNonNullElse(line.variant(), ""),
                "category",
                category.name(),
                "guide",
                category.guide(about.locale()).orElse(""));
    }
}
