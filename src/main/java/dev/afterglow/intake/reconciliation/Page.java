package dev.afterglow.intake.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the orders in a window.
 *
 * @param next how the shop calls the page after it, or null
 * @param pause how long to leave the shop alone before that
 */
record Page(List<JsonNode> orders, @Nullable String next, Duration pause) {}
