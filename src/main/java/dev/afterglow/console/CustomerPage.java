package dev.afterglow.console;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.privacy.Erasing;
import dev.afterglow.privacy.Receipt;
import java.util.Optional;
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
    private final GivenCodes codes;
    private final Erasing erasing;

    CustomerPage(
            Customers customers,
            OrderList orders,
            Timeline timeline,
            Permissions permissions,
            GivenCodes codes,
            Erasing erasing) {
        this.customers = customers;
        this.orders = orders;
        this.timeline = timeline;
        this.permissions = permissions;
        this.codes = codes;
        this.erasing = erasing;
    }

    @GetMapping("/customers/{id}")
    String show(@PathVariable String id, Model model) {
        Optional<Receipt> receipt = erasing.receipt(id);
        if (receipt.isPresent()) {
            model.addAttribute("receipt", receipt.get());
            return "erased";
        }
        Customer customer = customers.find(id).orElseThrow(() -> new NotKnown("No such customer."));
        model.addAttribute("customer", customer);
        model.addAttribute("name", PlainWords.name(customer.firstName(), customer.lastName(), customer.email()));
        model.addAttribute("permissions", permissions.of(customer));
        model.addAttribute("codes", codes.of(customer.id()));
        model.addAttribute("orders", orders.ofCustomer(customer.id()));
        model.addAttribute("timeline", timeline.ofCustomer(customer.id()));
        return "customer";
    }
}
