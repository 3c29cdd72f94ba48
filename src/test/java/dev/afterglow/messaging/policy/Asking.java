package dev.afterglow.messaging.policy;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Preferences;
import dev.afterglow.messaging.words.Audience;
import dev.afterglow.messaging.words.Traits;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderBuilder;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ShippingAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the policies about a message to Ada by e-mail, changed in whatever way a test needs. */
final class Asking {

    private final Supplier<Policies> policies;
    private Traits traits;
    private Supplier<@Nullable Customer> customer;
    private @Nullable Order order = Order.of("1", "shop")
            .status(OrderStatus.PAID)
            .deliveredAt(Instant.EPOCH)
            .build();
    private Preferences preferences = Preferences.NONE;
    private String messageId = "m-asked";
    private String occasion = "";
    private String channel = "email";
    private @Nullable String address = "ada@example.com";
    private @Nullable Instant wanted;

    private Asking(Supplier<Policies> policies, Traits traits, Supplier<@Nullable Customer> customer) {
        this.policies = policies;
        this.traits = traits;
        this.customer = customer;
    }

    static Asking of(Supplier<Policies> policies, Traits traits, Supplier<@Nullable Customer> customer) {
        return new Asking(policies, traits, customer);
    }

    Asking of(@Nullable Customer somebody) {
        customer = () -> somebody;
        return this;
    }

    Asking about(OrderBuilder other) {
        return about(other.build());
    }

    Asking about(@Nullable Order other) {
        order = other;
        return this;
    }

    Asking in(String country) {
        return in(country, null);
    }

    Asking in(String country, @Nullable String state) {
        order = order.but().shipTo(ShippingAddress.in(country, state)).build();
        return this;
    }

    Asking preferring(Preferences chosen) {
        preferences = chosen;
        return this;
    }

    Asking as(String id) {
        messageId = id;
        return this;
    }

    Asking occasion(String other) {
        occasion = other;
        return this;
    }

    Asking by(String other) {
        channel = other;
        return this;
    }

    Asking to(@Nullable String other) {
        address = other;
        return this;
    }

    Asking wantedAt(Instant moment) {
        wanted = moment;
        return this;
    }

    Asking usefulFor(Duration time) {
        traits = new Traits(traits.purpose(), traits.topic(), traits.onlyKept(), time, traits.urgent(), traits.once());
        return this;
    }

    Traits traits() {
        return traits;
    }

    Audience audience() {
        return new Audience(customer.get(), order, false, preferences);
    }

    /** What the policies have against it at this moment. */
    Optional<Objection> at(Instant now) {
        return policies.get()
                .objection(new Question(
                        messageId,
                        audience(),
                        traits,
                        "words",
                        occasion,
                        channel,
                        address,
                        wanted == null ? now : wanted,
                        now));
    }
}
