package dev.afterglow.history;

import dev.afterglow.history.file.Row;
import dev.afterglow.intake.Told;
import java.util.List;

/**
 * What some rows tell.
 *
 * @param rows those it was taken from, without those that were refused
 * @param refused the rows and cells that were not taken
 */
record Understood(List<Told> told, List<Row> rows, List<Refused> refused) {}
