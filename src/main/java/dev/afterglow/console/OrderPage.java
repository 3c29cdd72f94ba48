package dev.afterglow.console;

import dev.afterglow.customer.Customers;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One order: its facts, and what happened around it. */
@StaffPage
class OrderPage {

    private final Orders orders;
    private final Customers customers;
    private final Timeline timeline;
    private final GoodsDesk goods;

    OrderPage(Orders orders, Customers customers, Timeline timeline, GoodsDesk goods) {
        this.orders = orders;
        this.customers = customers;
        this.timeline = timeline;
        this.goods = goods;
    }

    /** Amounts in the order's own currency. */
    record Amounts(@Nullable String currency) {

        public String of(@Nullable BigDecimal amount) {
            return Money.readable(amount, currency);
        }
    }

    // why: the ids of all shops but the main one hold a slash.
    @GetMapping("/orders/{*path}")
    String show(@PathVariable String path, Model model) {
        String id = path.substring(1);
        Order order = orders.find(id).orElseThrow(() -> new NotKnown("No such order."));
        model.addAttribute("order", order);
        model.addAttribute("amounts", new Amounts(order.currency()));
        model.addAttribute("silence", order.silence().map(PlainWords::reason).orElse(null));
        if (order.customerId() != null) {
            customers.find(order.customerId()).ifPresent(buyer -> {
                model.addAttribute("customer", buyer);
                model.addAttribute("name", PlainWords.name(buyer.firstName(), buyer.lastName(), buyer.email()));
            });
        }
        model.addAttribute("goods", goods.of(order));
        model.addAttribute("timeline", timeline.ofOrder(id));
        return "order";
    }
}
