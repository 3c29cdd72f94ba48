package dev.afterglow.messaging.page;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import dev.afterglow.messaging.ShopSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Decides in which language a page is shown, and gives it what every page needs. */
@Component
class Speech {

    private final Customers customers;
    private final Messages messages;
    private final ShopSettings shop;

    Speech(Customers customers, Messages messages, ShopSettings shop) {
        this.customers = customers;
        this.messages = messages;
        this.shop = shop;
    }

    /** In the language the person chose, else the one we wrote in, else the shop's report, else the browser's. */
    Texts of(Grant grant, HttpServletRequest request) {
        List<String> tags = new ArrayList<>();
        String person = grant.customerId();
        Optional<Customer> customer = person == null ? Optional.empty() : customers.find(person);
        customer.map(known -> customers.preferences(known.id()).locale()).ifPresent(tags::add);
        messages.find(grant.messageId()).map(Message::locale).ifPresent(tags::add);
        customer.map(Customer::locale).ifPresent(tags::add);
        List<Locale> wanted = new ArrayList<>();
        tags.forEach(tag -> wanted.add(Locale.forLanguageTag(tag.replace('_', '-'))));
        wanted.addAll(asked(request));
        return Texts.in(wanted, zone(customer.map(Customer::timeZone).orElse(null)));
    }

    /** In the browser's language. */
    Texts of(HttpServletRequest request) {
        return Texts.in(asked(request), shop.timeZone());
    }

    /** Puts into the model what every page shows. */
    Texts fill(Model model, Texts texts) {
        model.addAttribute("t", texts);
        model.addAttribute("shop", shop.name());
        return texts;
    }

    /** The zone with this name, else the shop's. */
    ZoneId zone(@Nullable String name) {
        try {
            return name == null ? shop.timeZone() : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return shop.timeZone();
        }
    }

    private static List<Locale> asked(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
    }
}
