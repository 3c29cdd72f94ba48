package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Topic;
import dev.afterglow.order.Orders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Marketing goes to those who want it, and a no is a no. */
final class OnlyWithConsent implements Policy {

    /** How long a purchase implies consent in Canada (CASL, s. 10 (10)). */
    private static final Duration IMPLIED = Duration.ofDays(730);

    /** Channels on which also the order itself is only spoken of until the customer says stop. */
    private static final Set<String> STOPPABLE = Set.of("sms", "whatsapp", "push");

    private final Consents consents;
    private final Orders orders;
    private final ConsentSettings settings;

    OnlyWithConsent(Consents consents, Orders orders, ConsentSettings settings) {
        this.consents = consents;
        this.orders = orders;
        this.settings = settings;
    }

    @Override
    public Optional<Objection> objection(Matter matter) {
        Customer customer = matter.customer();
        if (mustBeTold(matter)) {
            return Optional.empty();
        }
        if (customer == null) {
            return matter.marketing() ? Reason.NO_CONSENT.silence() : Optional.empty();
        }
        Topic topic = matter.traits().topic();
        return consents.current(customer.id(), matter.channel(), topic)
                .map(said -> afterWhatWasSaid(said, matter))
                .orElseGet(() -> afterSilence(customer, matter));
    }

    private Optional<Objection> afterWhatWasSaid(Consent said, Matter matter) {
        return switch (said.state()) {
            case GIVEN -> Optional.empty();
            case PENDING -> matter.marketing() ? Reason.CONSENT_PENDING.silence() : Optional.empty();
            case WITHDRAWN -> Reason.CONSENT_WITHDRAWN.silence();
        };
    }

    // why: what a customer must be told about an order cannot be unsubscribed from, only kept off the phone.
    private static boolean mustBeTold(Matter matter) {
        return !matter.marketing() && matter.traits().topic() == Topic.ORDER && !STOPPABLE.contains(matter.channel());
    }

    private Optional<Objection> afterSilence(Customer customer, Matter matter) {
        boolean may = !matter.marketing()
                || matter.channel().equals("letter")
                || (matter.channel().equals("email") && silenceMeansYes(customer, matter));
        return may ? Optional.empty() : Reason.NO_CONSENT.silence();
    }

    private boolean silenceMeansYes(Customer customer, Matter matter) {
        return switch (matter.jurisdiction().silence()) {
            case MEANS_YES -> true;
            case MEANS_YES_AFTER_A_PURCHASE ->
                orders.lastPurchase(customer.id())
                        .filter(bought -> bought.plus(IMPLIED).isAfter(matter.now()))
                        .isPresent();
            case MEANS_NO ->
                settings.existingCustomers().contains(String.valueOf(matter.country()))
                        && orders.lastPurchase(customer.id()).isPresent();
        };
    }

    @Override
    public String says() {
        return "Sends marketing only with consent for its topic and channel, or where the law of the customer's country"
                + " takes a purchase or silence for it; a text message always needs a yes, and a no always counts.";
    }

    @Override
    public List<Reason> silences() {
        return List.of(Reason.NO_CONSENT, Reason.CONSENT_PENDING, Reason.CONSENT_WITHDRAWN);
    }
}
