package dev.afterglow.console;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.ProviderEvents;
import dev.afterglow.messaging.UncertainMessages;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The messages that may or may not have left, and what a person makes of them. */
@StaffPage
class UncertainPage {

    static final int MOST = 50;

    private final UncertainMessages uncertain;
    private final Resolving resolving;
    private final Customers customers;
    private final ProviderEvents events;

    UncertainPage(UncertainMessages uncertain, Resolving resolving, Customers customers, ProviderEvents events) {
        this.uncertain = uncertain;
        this.resolving = resolving;
        this.customers = customers;
        this.events = events;
    }

    /** One of them, as it is shown. */
    record Row(Message message, String name, String who, String channel, String why, String evidence) {}

    @GetMapping("/uncertain")
    String show(Model model) {
        model.addAttribute(
                "rows", uncertain.waiting(MOST).stream().map(this::row).toList());
        return "uncertain";
    }

    @PostMapping("/uncertain/{id}")
    String choose(@PathVariable String id, @RequestParam String as, Principal somebody, RedirectAttributes then) {
        Choice choice = Choice.of(as).orElseThrow(() -> new NotUnderstood("There is no such choice."));
        Resolution resolution = resolving.resolve(id, choice, somebody.getName());
        then.addFlashAttribute("said", new Said(resolution.sentence(), resolution.tone()));
        return "redirect:/uncertain";
    }

    private Row row(Message message) {
        String reason = message.reason();
        return new Row(
                message,
                PlainWords.message(message.template()),
                name(message.customerId()),
                PlainWords.channel(message.channel()),
                PlainWords.reason(reason == null ? "stopped-while-sending" : reason),
                evidence(message.id()));
    }

    private String evidence(String id) {
        List<CameBack> known = events.ofMessage(id).stream().map(CameBack::of).toList();
        return known.isEmpty()
                ? "The provider has told us nothing about it."
                : "The last the provider told us: " + known.getLast().title() + ".";
    }

    private String name(@Nullable String customer) {
        return customer == null
                ? ""
                : customers.find(customer).map(UncertainPage::name).orElse("");
    }

    private static String name(Customer customer) {
        String name = PlainWords.name(customer.firstName(), customer.lastName(), customer.email());
        return name.isEmpty() ? "a customer without a name" : name;
    }
}
