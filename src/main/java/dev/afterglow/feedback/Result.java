package dev.afterglow.feedback;

import java.util.Map;

/**
 * What came of one survey.
 *
 * @param asked how many were written to
 * @param counts how many gave each score there is, lowest first
 */
public record Result(String survey, ScoreKind kind, long asked, Map<Integer, Long> counts, Figure figure) {}
