package dev.afterglow.journey.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step, an event, a gateway or a sub-process of a diagram.
 *
 * @param name what stands in or below it; empty when nothing does
 * @param scope the id of the sub-process it stands in, or of the process
 * @param host the step a boundary event sits on
 * @param interrupting whether it ends what was under way, when it is a boundary event or begins an event sub-process
 * @param inputs variable to expression
 * @param outputs variable to expression
 * @param defaultFlow the way out of a gateway when no condition holds
 * @param decision the id of the decision it asks for
 * @param engineTask whether a user task is the engine's own kind
 */
public record Node(
        String id,
        Kind kind,
        String name,
        String scope,
        @Nullable String host,
        boolean interrupting,
        @Nullable Heard heard,
        @Nullable Job job,
        List<Job> listeners,
        Map<String, String> inputs,
        Map<String, String> outputs,
        @Nullable String defaultFlow,
        @Nullable String decision,
        boolean engineTask) {

    /** True when its work is of this type. */
    public boolean does(String jobType) {
        return job != null && job.type().equals(jobType);
    }

    /** What a marketer chose for it; empty when nothing was. */
    public String header(String name) {
        return job == null ? "" : job.headers().getOrDefault(name, "").strip();
    }

    /** True when it listens for this message. */
    public boolean hears(String message) {
        return heard != null && heard.isMessage() && heard.name().equals(message);
    }

    boolean hearsTimer() {
        return heard != null && heard.isTimer();
    }

    /** What people call it. */
    String called() {
        return name.isEmpty() ? id : "\"%s\"".formatted(name);
    }

    /** True when a journey can rest here for long. */
    boolean isWait() {
        return switch (kind) {
            case CATCH, RECEIVE_TASK, USER_TASK, EVENT_GATEWAY -> true;
            case BOUNDARY -> hearsTimer() || (heard != null && heard.isMessage());
            default -> false;
        };
    }
}
