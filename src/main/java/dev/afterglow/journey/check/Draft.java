package dev.afterglow.journey.check;

import dev.afterglow.journey.JourneyFolder;
import java.util.List;
import java.util.Map;

/**
 * A folder as rules look at it.
 *
 * @param diagrams those that can be read
 * @param unreadable the others: path inside the folder to what is wrong
 * @param shared the decisions of the folder all journeys share
 */
public record Draft(
        JourneyFolder folder, List<Diagram> diagrams, Map<String, String> unreadable, List<String> shared) {}
