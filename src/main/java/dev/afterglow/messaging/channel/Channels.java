package dev.afterglow.messaging.channel;

import dev.afterglow.journey.JourneyProblem;
import java.util.List;
import org.springframework.stereotype.Component;

/** All channels of this installation. */
@Component
public class Channels {

    private final List<Channel> all;

    /** The channels that are configured. */
    public Channels(List<Channel> all) {
        this.all = List.copyOf(all);
    }

    /**
     * The channel with this name.
     *
     * @throws JourneyProblem when there is none
     */
    public Channel named(String name) {
        return all.stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new JourneyProblem("CHANNEL_UNKNOWN", "there is no channel \"%s\" here".formatted(name)));
    }
}
