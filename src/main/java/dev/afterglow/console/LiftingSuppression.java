package dev.afterglow.console;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.shop.ShopKey;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a person decide that an address may be written to again, and keeps who decided it and why. */
@Controller
class LiftingSuppression {

    // why: who and why share one column of the table.
    private static final int LONGEST = 120;

    private final Customers customers;
    private final Suppressions suppressions;

    LiftingSuppression(Customers customers, Suppressions suppressions) {
        this.customers = customers;
        this.suppressions = suppressions;
    }

    @PostMapping("/customers/{id}/suppressions/{channel}/lift")
    String lift(
            @PathVariable String id,
            @PathVariable String channel,
            @RequestParam(defaultValue = "") String reason,
            Principal somebody,
            RedirectAttributes then) {
        Customer customer = customers.find(id).orElseThrow(() -> new NotKnown("No such customer."));
        String address = Permissions.addresses(customer).get(channel);
        if (address == null) {
            throw new NotKnown("No such address.");
        }
        then.addFlashAttribute("said", lift(customer.shop(), channel, address, reason.strip(), somebody.getName()));
        then.addAttribute("id", id);
        return "redirect:/customers/{id}";
    }

    private Said lift(ShopKey shop, String channel, String address, String reason, String by) {
        if (reason.isEmpty() || reason.length() > LONGEST) {
            return new Said("Nothing was changed: say why in at most " + LONGEST + " characters.", Tone.TROUBLE);
        }
        return suppressions.lift(shop, channel, address, by + ": " + reason)
                ? new Said("From now on messages go there again. What is sent still passes all rules.", Tone.GOOD)
                : new Said("Nothing was changed: this address may be written to already.", Tone.QUIET);
    }
}
