package dev.afterglow.console;

import dev.afterglow.customer.Customers;
import dev.afterglow.support.Cases;
import java.security.Principal;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a person say that a customer got an answer, and keeps who said so. */
@Controller
class ClosingCase {

    private final Customers customers;
    private final Cases cases;
    private final Clock clock;

    ClosingCase(Customers customers, Cases cases, Clock clock) {
        this.customers = customers;
        this.cases = cases;
        this.clock = clock;
    }

    @PostMapping("/customers/{id}/cases/close")
    String close(
            @PathVariable String id, @RequestParam("case") String one, Principal somebody, RedirectAttributes then) {
        String customer = customers
                .find(id)
                .orElseThrow(() -> new NotKnown("No such customer."))
                .id();
        boolean first = cases.close(one, customer, somebody.getName(), clock.instant());
        then.addFlashAttribute(
                "said",
                first
                        ? new Said("Noted: they got an answer.", Tone.GOOD)
                        : new Said("Nothing was changed: this is settled already.", Tone.QUIET));
        then.addAttribute("id", customer);
        return "redirect:/customers/{id}";
    }
}
