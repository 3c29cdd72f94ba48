package dev.afterglow.messaging.channel;

import dev.afterglow.journey.JourneyProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** All channels of this installation. */
@Component
public class Channels {

    private static final List<String> KNOWN = List.of("email", "sms", "whatsapp", "push", "webhook", "letter");

    private final Map<String, Channel> all = new LinkedHashMap<>();

    /** These channels and no others. */
    public Channels(List<Channel> all) {
        all.forEach(channel -> this.all.put(channel.name(), channel));
    }

    // why: a shop that sends mail must not believe that its text messages leave too, when they are only kept.
    @Autowired
    Channels(List<Channel> configured, CaptureSettings settings) {
        this(configured);
        boolean nothingLeaves = configured.stream().allMatch(LetterChannel.class::isInstance);
        if (settings.capture() == null ? nothingLeaves : settings.capture()) {
            KNOWN.forEach(name -> all.computeIfAbsent(name, CaptureChannel::new));
        }
    }

    /** The names of all of them. */
    public List<String> names() {
        return List.copyOf(all.keySet());
    }

    /**
     * Those of these channels that are configured here, in this order: where there is another one, a shop without text
     * messages needs no diagram of its own.
     *
     * @throws JourneyProblem when there is none of them, or one that nobody knows
     */
    public List<Channel> named(List<String> names) {
        names.stream().filter(name -> !KNOWN.contains(name)).forEach(this::named);
        List<Channel> here =
                names.stream().filter(all::containsKey).map(this::named).toList();
        return here.isEmpty() ? List.of(named(names.getFirst())) : here;
    }

    /**
     * The channel with this name.
     *
     * @throws JourneyProblem when there is none
     */
    public Channel named(String name) {
        Channel channel = all.get(name);
        if (channel == null) {
            throw new JourneyProblem("CHANNEL_UNKNOWN", why(name));
        }
        return channel;
    }

    private static String why(String name) {
        return KNOWN.contains(name)
                ? "the channel \"%s\" is not configured here".formatted(name)
                : "there is no channel \"%s\"".formatted(name);
    }
}
