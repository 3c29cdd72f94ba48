package dev.afterglow.history;

/**
 * Something in a file that was not taken. What stood there is not repeated.
 *
 * @param line of the file, from 1
 * @param item which of several in that line, from 0
 * @param column by our name for it; empty when it is about the row
 * @param reason reads on after the column's name
 * @param wholeRow false when only this cell was left out and the rest was taken
 */
public record Refused(long line, int item, String column, String reason, boolean wholeRow) {}
