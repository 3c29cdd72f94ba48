package dev.afterglow.messaging.page;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.Shops;
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
    private final Shops shops;

    Speech(Customers customers, Messages messages, Shops shops) {
        this.customers = customers;
        this.messages = messages;
        this.shops = shops;
    }

    /** In the language the person chose, else the one we wrote in, else the shop's report, else the browser's. */
    Texts of(Grant grant, HttpServletRequest request) {
        return of(grant.customerId(), grant.messageId(), request);
    }

    /** The same, for whom a message was sent to. */
    Texts of(@Nullable String person, String messageId, HttpServletRequest request) {
        List<String> tags = new ArrayList<>();
        Optional<Customer> customer = person == null ? Optional.empty() : customers.find(person);
        customer.map(known -> customers.preferences(known.id()).locale()).ifPresent(tags::add);
        messages.find(messageId).map(Message::locale).ifPresent(tags::add);
        customer.map(Customer::locale).ifPresent(tags::add);
        List<Locale> wanted = new ArrayList<>();
        tags.forEach(tag -> wanted.add(Locale.forLanguageTag(tag.replace('_', '-'))));
        wanted.addAll(asked(request));
        Shop shop = shop(person, messageId);
        return Texts.in(
                wanted, shop.name(), zone(customer.map(Customer::timeZone).orElse(null), shop));
    }

    /** In the browser's language. */
    Texts of(HttpServletRequest request) {
        Shop main = shops.main();
        return Texts.in(asked(request), main.name(), main.timeZone());
    }

    /** Puts into the model what every page shows. */
    Texts fill(Model model, Texts texts) {
        model.addAttribute("t", texts);
        model.addAttribute("shop", texts.shop());
        return texts;
    }

    /** The zone this customer lives in, else the shop's. */
    ZoneId zone(Customer customer) {
        return zone(customer.timeZone(), shops.find(customer.shop()).orElse(shops.main()));
    }

    // why: a shop that was taken out of the configuration has pages in old mails, and they must still take a no.
    private Shop shop(@Nullable String person, String messageId) {
        return Optional.ofNullable(person)
                .flatMap(customers::shop)
                .or(() -> messages.find(messageId).map(Message::orderId).map(shops::ofOrder))
                .flatMap(shops::find)
                .orElse(shops.main());
    }

    private static ZoneId zone(@Nullable String name, Shop shop) {
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
