package dev.afterglow.rehearsal;

import dev.afterglow.customer.Birthday;
import dev.afterglow.customer.Birthdays;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Topic;
import dev.afterglow.shop.ShopKey;
import java.time.Duration;
import java.time.Instant;

/** Makes the people of examples known before they begin, as if that were long ago. */
final class Casting {

    private static final Duration LONG = Duration.ofDays(100);

    private final Stage stage;

    Casting(Stage stage) {
        this.stage = stage;
    }

    /** Makes a person known; answers the customer's id with us. */
    String cast(Example example, Role role) {
        Person person = example.person();
        Instant longAgo = example.start().minus(LONG);
        String id = stage.room(Customers.class)
                .recognise(
                        ShopKey.MAIN,
                        new CustomerFacts(
                                role.customerId(),
                                role.email(),
                                person.phone(),
                                person.firstName(),
                                person.lastName(),
                                person.locale(),
                                person.zone().getId()))
                .orElseThrow();
        person.agreed().forEach(topic -> agree(id, Topic.of(topic), longAgo));
        if (person.birthday() != null) {
            Birthday birthday = new Birthday(
                    person.birthday().getMonthValue(), person.birthday().getDayOfMonth(), null);
            stage.room(Birthdays.class).keep(id, birthday, longAgo);
        }
        return id;
    }

    private void agree(String id, Topic topic, Instant at) {
        stage.room(Consents.class)
                .record(id, new Consent("email", topic, Consent.State.GIVEN, "rehearsal", null, null, at));
    }
}
