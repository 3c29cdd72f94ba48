package dev.afterglow.support;

/**
 * How a case stands, as the step "Look at the case" answers.
 *
 * @param caseNews what there is to do: wait, remind, escalate, closed, elsewhere or too-long
 * @param lookAgain when to look again if nothing happens before: an ISO 8601 date and time in UTC
 */
record CaseOutlook(String caseNews, String lookAgain) {}
