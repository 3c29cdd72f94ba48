package dev.afterglow.feedback;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered.
 *
 * @param remark in their own words
 * @param extras answers to further questions, by the question's name
 * @param revision counts how often it was changed, from 1
 */
public record Answer(
        int score,
        @Nullable String remark,
        Map<String, String> extras,
        int revision,
        Instant answeredAt,
        Instant changedAt) {

    public Answer {
        extras = Map.copyOf(extras);
    }
}
