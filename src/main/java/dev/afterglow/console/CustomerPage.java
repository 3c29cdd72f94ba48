package dev.afterglow.console;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One customer: the orders, and everything that happened. */
@StaffPage
class CustomerPage {

    private final Customers customers;
    private final OrderList orders;
    private final Timeline timeline;
    private final Permissions permissions;

    CustomerPage(Customers customers, OrderList orders, Timeline timeline, Permissions permissions) {
        this.customers = customers;
        this.orders = orders;
        this.timeline = timeline;
        this.permissions = permissions;
    }

    @GetMapping("/customers/{id}")
    String show(@PathVariable String id, Model model) {
        Customer customer = customers.find(id).orElseThrow(() -> new NotKnown("No such customer."));
        model.addAttribute("customer", customer);
        model.addAttribute("name", PlainWords.name(customer.firstName(), customer.lastName(), customer.email()));
        model.addAttribute("permissions", permissions.of(customer));
        model.addAttribute("orders", orders.ofCustomer(id));
        model.addAttribute("timeline", timeline.ofCustomer(id));
        return "customer";
    }
}
