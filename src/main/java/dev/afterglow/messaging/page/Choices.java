package dev.afterglow.messaging.page;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.Preferences;
import dev.afterglow.customer.Topic;
import java.util.List;

/**
 * What a person gets, and can choose.
 *
 * @param switches ordered by topic
 */
public record Choices(Customer customer, List<Switch> switches, Preferences preferences) {

    /** The topics there are switches for. */
    public List<Topic> topics() {
        return switches.stream().map(Switch::topic).distinct().toList();
    }

    /** The switches of one topic. */
    public List<Switch> of(Topic topic) {
        return switches.stream().filter(s -> s.topic() == topic).toList();
    }
}
