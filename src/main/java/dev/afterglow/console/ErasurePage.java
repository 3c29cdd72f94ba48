package dev.afterglow.console;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.privacy.Erasing;
import java.security.Principal;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second step before a customer is erased: type who it is. */
@StaffPage
class ErasurePage {

    private final Customers customers;
    private final Erasing erasing;

    ErasurePage(Customers customers, Erasing erasing) {
        this.customers = customers;
        this.erasing = erasing;
    }

    @GetMapping("/customers/{id}/erasure")
    String ask(@PathVariable String id, Model model) {
        if (erasing.receipt(id).isPresent()) {
            return "redirect:/customers/{id}";
        }
        Customer customer = customers.find(id).orElseThrow(() -> new NotKnown("No such customer."));
        model.addAttribute("customer", customer);
        model.addAttribute("name", PlainWords.name(customer.firstName(), customer.lastName(), customer.email()));
        model.addAttribute("toType", toType(customer));
        return "erasure";
    }

    @PostMapping("/customers/{id}/erasure")
    String erase(@PathVariable String id, @RequestParam String confirm, Principal somebody, RedirectAttributes then) {
        boolean confirmed = erasing.receipt(id).isPresent()
                || customers
                        .find(id)
                        .map(customer -> isThem(customer, confirm))
                        .orElseThrow(() -> new NotKnown("No such customer."));
        if (!confirmed) {
            then.addFlashAttribute("said", new Said("That is not this customer. Nothing was erased.", Tone.TROUBLE));
            return "redirect:/customers/{id}/erasure";
        }
        erasing.erase(id, somebody.getName());
        return "redirect:/customers/{id}";
    }

    private static String toType(Customer customer) {
        return customer.email() != null
                ? customer.email()
                : names(customer).findFirst().orElse(customer.id());
    }

    private static boolean isThem(Customer customer, String typed) {
        return Stream.concat(Stream.of(customer.id()), names(customer))
                .anyMatch(name -> plain(name).equals(plain(typed)));
    }

    private static Stream<String> names(Customer customer) {
        return Stream.of(customer.email(), PlainWords.name(customer.firstName(), customer.lastName(), null))
                .filter(name -> name != null && !name.isEmpty());
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
