package dev.afterglow.messaging;

import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Envelope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A channel that does as it is told; unless told otherwise it takes everything. */
final class ToldChannel implements Channel {

    private final String name;
    private final Deque<Object> script = new ArrayDeque<>();
    private final List<Envelope> taken = new ArrayList<>();
    private int asked;
    private Duration recognisesRepeatsFor = Duration.ZERO;

    ToldChannel(String name) {
        this.name = name;
    }

    /** Next time: an answer to give, or trouble to throw; a {@link TransientFailure} comes before the mark. */
    void then(Object answer) {
        script.add(answer);
    }

    void recognisesRepeatsFor(Duration duration) {
        recognisesRepeatsFor = duration;
    }

    List<Envelope> taken() {
        return taken;
    }

    int asked() {
        return asked;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String transport() {
        return "told";
    }

    @Override
    public Duration recognisesRepeatsFor() {
        return recognisesRepeatsFor;
    }

    @Override
    public synchronized Handover handOver(Envelope envelope, Runnable pointOfNoReturn) {
        asked++;
        Object answer = script.isEmpty() ? new Handover.Taken("told-" + asked) : script.remove();
        if (answer instanceof TransientFailure busy) {
            throw busy;
        }
        pointOfNoReturn.run();
        switch (answer) {
            case RuntimeException trouble -> throw trouble;
            case Error death -> throw death;
            case Handover.Taken fine -> taken.add(envelope);
            default -> {}
        }
        return (Handover) answer;
    }
}
