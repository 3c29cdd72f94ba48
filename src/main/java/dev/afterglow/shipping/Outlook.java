package dev.afterglow.shipping;

/**
 * How a parcel is doing, as the diagram's gateways and timers read it.
 *
 * @param news a word of {@link News}
 * @param parcelStatus where it stands, such as {@code in-transit}
 * @param daysLate since the promised day at the delivery address; 0 on it, and as long as a later day was told
 * @param dueDay the day it is expected now, such as {@code 2026-11-24}; {@code none} when nobody said
 * @param today the day it is at the delivery address
 * @param lookAgain when to look again, an ISO 8601 date-time with offset
 */
record Outlook(String news, String parcelStatus, long daysLate, String dueDay, String today, String lookAgain) {}
