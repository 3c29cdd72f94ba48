package dev.afterglow.support;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.shop.ShopKey;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Calls people to a case whose deadline comes near or has passed: by mail where there is an address, and on record. */
@Service
class CallingPeople {

    private final Cases cases;
    private final SeeingToCases seeing;
    private final Customers customers;
    private final StaffMail mail;
    private final SupportSettings settings;

    CallingPeople(Cases cases, SeeingToCases seeing, Customers customers, StaffMail mail, SupportSettings settings) {
        this.cases = cases;
        this.seeing = seeing;
        this.customers = customers;
        this.mail = mail;
        this.settings = settings;
    }

    /**
     * Calls them, unless they were called about this deadline before, or the case was closed meanwhile.
     *
     * @throws dev.afterglow.journey.TransientFailure when the mail did not leave, and may do so later
     */
    void call(String id, Calling why) {
        cases.find(id).filter(Case::isOpen).ifPresent(one -> call(one, why));
    }

    // why: mail first; a crash in between makes a second mail under the same Message-ID, and never none.
    private void call(Case one, Calling why) {
        Instant due = one.dueAt();
        if (due == null || due.equals(why == Calling.REMINDER ? one.remindedFor() : one.escalatedFor())) {
            return;
        }
        ShopKey shop = customers.find(one.customerId()).map(Customer::shop).orElse(ShopKey.MAIN);
        Optional<String> to = address(one, why, shop);
        to.ifPresent(
                address -> mail.send(new StaffMail.Call(address, why, one.id(), shop, one.reason(), one.owner(), due)));
        seeing.called(one.id(), why, due, to.orElse(null));
    }

    private Optional<String> address(Case one, Calling why, ShopKey shop) {
        Optional<String> owners = why == Calling.REMINDER ? settings.ofOwner(one.owner()) : Optional.empty();
        return owners.or(() -> settings.ofShop(shop.name()));
    }
}
