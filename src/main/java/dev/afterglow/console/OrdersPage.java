package dev.afterglow.console;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The latest orders, and the search among them. */
@StaffPage
class OrdersPage {

    private final OrderList orders;

    OrdersPage(OrderList orders) {
        this.orders = orders;
    }

    @GetMapping("/")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String shop,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        String text = q.strip();
        model.addAttribute("q", text);
        model.addAttribute("shop", shop);
        model.addAttribute("page", orders.page(text, shop, page));
        return "orders";
    }
}
