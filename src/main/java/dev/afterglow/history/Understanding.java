package dev.afterglow.history;

import dev.afterglow.customer.Birthday;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.history.file.Cells;
import dev.afterglow.history.file.Column;
import dev.afterglow.history.file.DateOrder;
import dev.afterglow.history.file.Group;
import dev.afterglow.history.file.Row;
import dev.afterglow.history.file.WrongCell;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Telling;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes reports of rows. All of them are silent: history starts nothing.
 *
 * @param now later dates are refused
 */
record Understanding(Manner manner, DateOrder dates, Instant now) {

    /** Why nothing starts from what was imported. */
    static final String SILENCE = "history";

    private static final Set<Column> OF_LINES = EnumSet.of(
            Column.LINE_ID, Column.PRODUCT_ID, Column.SKU, Column.TITLE, Column.VARIANT, Column.QUANTITY, Column.PRICE);
    private static final List<Column> MOMENTS = List.of(
            Column.UPDATED_AT,
            Column.PLACED_AT,
            Column.PAID_AT,
            Column.CANCELLED_AT,
            Column.SHIPPED_AT,
            Column.DELIVERED_AT);

    /** Who says so. */
    String sender() {
        return manner.shop().name().isEmpty()
                ? "history"
                : "history:" + manner.shop().name();
    }

    /** What a group of rows tells. */
    Understood of(Group group) {
        Objections objections = new Objections();
        group.rows().stream()
                .filter(row -> row.trouble() != null)
                .forEach(row -> objections.refuse(row, "", Objects.requireNonNull(row.trouble())));
        List<Row> readable = left(group.rows(), objections);
        List<Told> told = new ArrayList<>();
        try {
            told.addAll(
                    group.order() == null ? people(readable, objections) : order(group.order(), readable, objections));
        } catch (WrongCell wrong) {
            objections.refuse(readable, wrong);
        }
        return new Understood(told, left(readable, objections), objections.all());
    }

    Cells cells(Row row) {
        return new Cells(row, dates, manner.zone());
    }

    private static List<Row> left(List<Row> rows, Objections objections) {
        return rows.stream().filter(row -> !objections.isRefused(row)).toList();
    }

    private List<Told> people(List<Row> rows, Objections objections) {
        List<Told> people = new ArrayList<>();
        for (Row row : rows) {
            CustomerFacts person = Person.facts(cells(row), objections);
            if (person.isAnonymous()) {
                objections.refuse(row, "", "names neither an order nor a customer");
            } else {
                people.add(told(List.of(row))
                        .customer(person)
                        .facts(born(cells(row), objections))
                        .as("customer.imported", "", now));
            }
        }
        return people;
    }

    private List<Told> order(String number, List<Row> rows, Objections objections) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Cells head = cells(together(rows));
        Instant at = at(head);
        boolean hasLines =
                rows.stream().anyMatch(row -> OF_LINES.stream().anyMatch(column -> row.text(column) != null));
        List<OrderLine> lines = lines(rows, objections);
        if (hasLines && lines.isEmpty()) {
            return List.of();
        }
        String id = Objects.requireNonNullElse(head.id(Column.ORDER_ID), number);
        boolean goodsOnly = !hasLines && head.row().text(Column.PLACED_AT) == null;
        Order order = goodsOnly ? null : OrderInFile.order(id, sender(), head, lines, manner.currency(), objections);
        CustomerFacts person = Person.facts(head, objections);
        List<Fact> facts = new ArrayList<>(ParcelsInFile.facts(id, this, rows, at));
        if (person.isAnonymous()) {
            person = null;
        } else {
            facts.addAll(born(head, objections));
        }
        return List.of(told(rows).order(order).customer(person).facts(facts).as("order.imported", id, at));
    }

    private List<OrderLine> lines(List<Row> rows, Objections objections) {
        List<OrderLine> lines = new ArrayList<>();
        for (Row row : rows) {
            if (OF_LINES.stream().anyMatch(column -> row.text(column) != null)) {
                try {
                    lines.add(OrderInFile.line(cells(row), lines.size() + 1));
                } catch (WrongCell wrong) {
                    objections.refuse(row, wrong.column().word(), wrong.reason());
                }
            }
        }
        return lines;
    }

    private List<Fact> born(Cells cells, Objections objections) {
        Birthday birthday = Person.birthday(cells, objections);
        return birthday == null ? List.of() : List.of(new Fact.Born(birthday));
    }

    /** The first thing each column of these rows says. */
    private static Row together(List<Row> rows) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        rows.forEach(row -> row.cells().forEach(cells::putIfAbsent));
        return new Row(rows.getFirst().line(), rows.getFirst().item(), cells, null);
    }

    /** As of when the file tells it: the latest thing it knows of the order. */
    private Instant at(Cells head) {
        Instant latest = null;
        for (Column column : MOMENTS) {
            Instant moment = head.instant(column);
            if (moment != null && moment.isAfter(now.plus(Duration.ofDays(1)))) {
                throw new WrongCell(column, "lies in the future");
            }
            latest = latest == null || (moment != null && moment.isAfter(latest)) ? moment : latest;
        }
        if (latest == null) {
            throw new WrongCell(Column.PLACED_AT, "is missing");
        }
        return latest.isAfter(now) ? now : latest;
    }

    /** A report that is known again by what stands in the rows, wherever they stand. */
    Telling told(List<Row> rows) {
        return told(hash(rows, ""));
    }

    Telling told(String hash) {
        return Told.by(sender(), hash, hash).of(manner.shop()).silent(SILENCE);
    }

    /**
     * What tells these rows from all others.
     *
     * @param place tells apart what stands there twice and means two things
     */
    String hash(List<Row> rows, String place) {
        Stream<String> reading = Stream.of(
                manner.shop().name(), manner.zone().getId(), String.valueOf(manner.currency()), dates.word(), place);
        return Json.hash(
                Stream.concat(reading, rows.stream().map(row -> row.cells().toString()))
                        .toArray(String[]::new));
    }
}
