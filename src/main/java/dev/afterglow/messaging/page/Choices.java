package dev.afterglow.messaging.page;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Preferences;
import dev.afterglow.customer.Topic;
import java.util.List;

/**
 * What a person gets, and can choose.
 *
 */
public record Choices(Customer customer, List<Switch> switches, Preferences preferences) {

    /** The topics there are switches for, in their order. */
    public List<Topic> topics() {
        return switches.stream().map(Switch::topic).distinct().sorted().toList();
    }

    /** The switches of one topic. */
    public List<Switch> of(Topic topic) {
        return switches.stream().filter(s -> s.topic() == topic).toList();
    }
}
