package dev.afterglow.messaging;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Customers;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.messaging.channel.WhatsAppWindows;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hears what customers write back: STOP, START and HELP are obeyed at once, everything else is kept and passed on. */
@Service
public class HearingFromCustomers {

    private final ProviderEvents events;
    private final Messages messages;
    private final Circles circles;
    private final Customers customers;
    private final Stopping stopping;
    private final TellingJourneys journeys;
    private final Replies replies;
    private final RepliesSettings settings;
    private final WhatsAppWindows windows;
    private final MeterRegistry meters;

    HearingFromCustomers(
            ProviderEvents events,
            Messages messages,
            Circles circles,
            Customers customers,
            Stopping stopping,
            TellingJourneys journeys,
            Replies replies,
            RepliesSettings settings,
            WhatsAppWindows windows,
            MeterRegistry meters) {
        this.events = events;
        this.messages = messages;
        this.circles = circles;
        this.customers = customers;
        this.stopping = stopping;
        this.journeys = journeys;
        this.replies = replies;
        this.settings = settings;
        this.windows = windows;
        this.meters = meters;
    }

    /**
     * Keeps what was written and does what it asks for, in one transaction.
     *
     * @return what to answer; empty when nothing is to be said, as when the same was brought before
     */
    @Transactional
    public Optional<String> hear(Inbound inbound) {
        Circle circle = circle(inbound);
        List<String> people = circle.people();
        Wish wish = wish(inbound, circle);
        ProviderEvent event = ProviderEvent.of(
                        inbound.provider(), inbound.id(), kind(wish), inbound.channel(), inbound.at())
                .to(inbound.from())
                .saying(inbound.text());
        if (!events.record(event, people.isEmpty() ? null : people.getFirst())) {
            return Optional.empty();
        }
        if (inbound.channel().equals("whatsapp")) {
            windows.heardFrom(inbound.from(), inbound.at());
        }
        meters.counter(
                        "afterglow.provider.events",
                        "provider",
                        inbound.provider(),
                        "kind",
                        event.kind().word())
                .increment();
        return answer(inbound, wish, circle).filter(any -> inbound.understoodAs() == null);
    }

    private Circle circle(Inbound inbound) {
        Optional<Message> answered = Optional.ofNullable(inbound.answers()).flatMap(messages::takenAs);
        return circles.of(answered, inbound.channel(), inbound.from());
    }

    // why: to whoever stopped nothing, "yes" is an answer to something else.
    private Wish wish(Inbound inbound, Circle circle) {
        Wish wish = inbound.wish();
        return wish == Wish.START && !stopping.isStopped(inbound, circle) ? Wish.OTHER : wish;
    }

    private Optional<String> answer(Inbound inbound, Wish wish, Circle circle) {
        Optional<String> locale =
                circle.people().stream().findFirst().flatMap(customers::find).map(Customer::locale);
        return switch (wish) {
            case STOP -> {
                boolean news = stopping.stop(inbound, circle);
                yield news && settings.confirmStop()
                        ? Optional.of(replies.stopped(circle, locale, settings.stopEnds()))
                        : Optional.empty();
            }
            case START -> {
                stopping.start(inbound, circle);
                yield Optional.of(replies.started(circle, locale));
            }
            case HELP -> Optional.of(replies.help(circle, locale));
            case OTHER -> {
                circle.people().forEach(person -> journeys.received(inbound, person));
                yield Optional.empty();
            }
        };
    }

    private static Kind kind(Wish wish) {
        return switch (wish) {
            case STOP -> Kind.UNSUBSCRIBED;
            case START -> Kind.SUBSCRIBED;
            case HELP, OTHER -> Kind.INBOUND;
        };
    }
}
