package dev.afterglow.messaging;

import com.fasterxml.uuid.Generators;
import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Preferences;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.page.Issued;
import dev.afterglow.messaging.page.Links;
import dev.afterglow.messaging.policy.Objection;
import dev.afterglow.messaging.policy.Policies;
import dev.afterglow.messaging.policy.Question;
import dev.afterglow.messaging.words.Audience;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Traits;
import dev.afterglow.messaging.words.Words;
import dev.afterglow.messaging.words.Writing;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.shop.Shops;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about a wish to send, in one transaction with writing the decision down. The customer's row is held meanwhile:
 * a withdrawal of consent that committed first is seen, one that comes later waits until the message is reserved.
 */
@Service
class Deciding {

    private static final String STOPPED = "stopped-while-sending";
    private static final String LOST = "connection-lost-while-sending";
    private static final String REFUSED_AGAIN = "refused-when-repeated";
    private static final int MOST_REFUSALS = 6;

    private final Ledger ledger;
    private final Policies policies;
    private final Writing writing;
    private final Links links;
    private final Orders orders;
    private final Customers customers;
    private final Shops shops;
    private final MessagingSettings settings;
    private final Clock clock;

    Deciding(
            Ledger ledger,
            Policies policies,
            Writing writing,
            Links links,
            Orders orders,
            Customers customers,
            Shops shops,
            MessagingSettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.writing = writing;
        this.links = links;
        this.orders = orders;
        this.customers = customers;
        this.shops = shops;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reserves it for us, or says what became of it. */
    @Transactional
    Reservation on(SendRequest asked, Channel channel) {
        Audience audience = audience(asked);
        SendRequest wish = asked.by(audience.customer());
        return ledger.find(wish, channel.name())
                .map(entry -> again(entry, wish, audience, channel))
                .orElseGet(() -> first(wish, audience, channel));
    }

    /** Takes an uncertain message to send it once more because a person asks for it, unless a policy objects. */
    @Transactional
    Reservation onceMore(Message message, Channel channel) {
        SendRequest wish = SendRequest.again(message);
        Audience audience = audience(wish);
        Entry entry = ledger.find(message.id()).orElseThrow();
        Envelope written = entry.envelope();
        if (written == null || !(entry.status() == Status.UNCERTAIN || entry.isLeftBehindAt(clock.instant()))) {
            return new Reservation.Theirs();
        }
        Words words = words(wish, audience, channel);
        return objection(entry.id(), entry.wantedAt(), wish, audience, words, channel)
                .<Reservation>map(
                        against -> new Reservation.Decided(new Delivery.Silent(entry.id(), against.reason()), false))
                .orElseGet(() -> ledger.takeOver(entry, inTheName(audience, written)));
    }

    /**
     * What to make of a hand-over that broke off after the point of no return.
     *
     * @return empty when it is simply handed over again, because the other side drops the second
     */
    @Transactional
    Optional<Delivery> afterNobodyKnows(String id, Channel channel) {
        Entry entry = ledger.find(id).orElseThrow();
        if (entry.delivery() != null) {
            return Optional.of(entry.delivery());
        }
        if (repeatsAreSafe(entry, channel)) {
            ledger.repeat(id, entry.attempt(), LOST);
            return Optional.empty();
        }
        return Optional.of(becomesUncertain(entry, LOST));
    }

    /**
     * The other side refused it. What may have left before is not refused by that: the answer to a repeat says nothing of
     * the first one, and another channel must not say the same once more.
     *
     * @return empty when it is to be handed over again, because the other side drops the second
     */
    @Transactional
    Optional<Delivery> afterRefusal(String id, int attempt, String reason, Channel channel) {
        Entry entry = ledger.find(id).orElseThrow();
        if (entry.resends() == 0) {
            ledger.rejected(id, attempt, reason);
            return Optional.of(new Delivery.Rejected(id, reason));
        }
        if (repeatsAreSafe(entry, channel) && attempt < MOST_REFUSALS) {
            ledger.giveBack(id, attempt, REFUSED_AGAIN);
            return Optional.empty();
        }
        return Optional.of(becomesUncertain(entry, REFUSED_AGAIN));
    }

    private Reservation first(SendRequest wish, Audience audience, Channel channel) {
        String id = Generators.timeBasedEpochGenerator().generate().toString();
        Draft draft = draft(id, clock.instant(), wish, audience, channel);
        return ledger.open(id, wish, draft, channel)
                .orElseGet(() -> again(ledger.find(wish, channel.name()).orElseThrow(), wish, audience, channel));
    }

    private Reservation again(Entry entry, SendRequest wish, Audience audience, Channel channel) {
        Delivery known = entry.delivery();
        if (known != null) {
            return new Reservation.Decided(known, false);
        }
        if (entry.isLeasedAt(clock.instant())) {
            return new Reservation.Theirs();
        }
        return switch (entry.status()) {
            case HANDED_OVER ->
                repeatsAreSafe(entry, channel)
                        ? judged(entry, wish, audience, channel)
                        : new Reservation.Decided(becomesUncertain(entry, STOPPED), true);
            case UNCERTAIN -> uncertain(entry, wish, audience, channel);
            default -> judged(entry, wish, audience, channel);
        };
    }

    // why: who was interrupted may try again only under the same words, so those once written are kept.
    private Reservation judged(Entry entry, SendRequest wish, Audience audience, Channel channel) {
        Envelope written = entry.envelope();
        if (written == null) {
            return ledger.decide(entry, draft(entry.id(), entry.wantedAt(), wish, audience, channel), channel);
        }
        Words words = words(wish, audience, channel);
        Optional<Objection> objection = objection(entry.id(), entry.wantedAt(), wish, audience, words, channel);
        if (objection.isEmpty()) {
            return ledger.takeOver(entry, inTheName(audience, written));
        }
        if (entry.handedOverAt() != null) {
            return staysUncertain(entry);
        }
        return ledger.decide(
                entry, Draft.against(traits(words, audience), words, written.to(), objection.get()), channel);
    }

    /** It may have left, and may not be sent again. */
    private Reservation staysUncertain(Entry entry) {
        ledger.uncertain(entry.id(), entry.attempt(), Objects.requireNonNullElse(entry.reason(), STOPPED), null);
        return new Reservation.Decided(new Delivery.Uncertain(entry.id(), null), true);
    }

    private Reservation uncertain(Entry entry, SendRequest wish, Audience audience, Channel channel) {
        Instant lookAgain = entry.notBefore();
        Envelope written = entry.envelope();
        if (lookAgain == null || written == null) {
            return new Reservation.Decided(new Delivery.Uncertain(entry.id(), null), false);
        }
        if (clock.instant().isBefore(lookAgain)) {
            return new Reservation.Decided(new Delivery.Uncertain(entry.id(), lookAgain), false);
        }
        Words words = words(wish, audience, channel);
        if (objection(entry.id(), entry.wantedAt(), wish, audience, words, channel)
                .isPresent()) {
            return staysUncertain(entry);
        }
        return ledger.takeOver(entry, inTheName(audience, written));
    }

    private Delivery becomesUncertain(Entry entry, String reason) {
        boolean again = entry.purpose() == Purpose.SERVICE
                && entry.resends() == 0
                && settings.uncertain().service() == MessagingSettings.Rule.RESEND_ONCE;
        Instant lookAgain = again ? clock.instant().plus(settings.uncertain().evidenceWithin()) : null;
        ledger.uncertain(entry.id(), entry.attempt(), reason, lookAgain);
        return new Delivery.Uncertain(entry.id(), lookAgain);
    }

    private boolean repeatsAreSafe(Entry entry, Channel channel) {
        Instant since = entry.handedOverAt();
        return since != null && clock.instant().isBefore(since.plus(channel.recognisesRepeatsFor()));
    }

    private Draft draft(String id, Instant wantedAt, SendRequest wish, Audience audience, Channel channel) {
        Words words = words(wish, audience, channel);
        Traits traits = traits(words, audience);
        String address = audience.address(channel.name());
        Optional<Objection> objection = objection(id, wantedAt, wish, audience, words, channel);
        if (objection.isPresent() || address == null) {
            return Draft.against(traits, words, address, objection.orElse(new Objection.Silence("no-address")));
        }
        return Draft.of(
                traits, words, envelope(about(id, wish, words, traits), address, words, traits, audience, channel));
    }

    private static Offering.About about(String id, SendRequest wish, Words words, Traits traits) {
        return new Offering.About(
                id,
                wish.journey(),
                wish.businessKey(),
                wish.step(),
                wish.orderId(),
                wish.customerId(),
                traits.purpose() == Purpose.MARKETING,
                Locale.forLanguageTag(words.locale()));
    }

    private Envelope envelope(
            Offering.About about, String address, Words words, Traits traits, Audience audience, Channel channel) {
        String id = about.messageId();
        Customer customer = audience.customer();
        Issued issued = links.issue(
                id, customer == null ? null : customer.id(), channel.name(), traits.topic(), traits.purpose());
        return new Envelope(
                id,
                audience.shop(shops).key(),
                address,
                links.keep(issued, writing.write(words, audience, issued.forWords(), about), words.track()),
                traits.purpose(),
                words.locale(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                issued.oneClick());
    }

    // why: the ledger says to whom a message goes, and that says whose it is.
    private Envelope inTheName(Audience audience, Envelope written) {
        return written.in(audience.shop(shops).key());
    }

    private Words words(SendRequest wish, Audience audience, Channel channel) {
        return writing.words(wish.journey(), wish.edition(), wish.template(), channel.name(), audience);
    }

    private Traits traits(Words words, Audience audience) {
        return policies.traits(audience, words.traits());
    }

    private Optional<Objection> objection(
            String id, Instant wantedAt, SendRequest wish, Audience audience, Words words, Channel channel) {
        if (wish.customerId() != null && audience.customer() == null) {
            return Optional.of(new Objection.Silence("erased"));
        }
        return policies.objection(new Question(
                id,
                audience,
                words.traits(),
                wish.template(),
                wish.occasion(),
                channel.name(),
                audience.address(channel.name()),
                wantedAt,
                clock.instant(),
                wish.businessKey()));
    }

    private Audience audience(SendRequest wish) {
        Customer customer = wish.customerId() == null
                ? null
                : customers.hold(wish.customerId()).orElse(null);
        Order order = order(wish.orderId());
        Preferences preferences = customer == null ? Preferences.NONE : customers.preferences(customer);
        return new Audience(customer, order, order != null && orders.isRepeatBuyer(order), preferences);
    }

    private @Nullable Order order(@Nullable String id) {
        return id == null ? null : orders.find(id).orElse(null);
    }
}
