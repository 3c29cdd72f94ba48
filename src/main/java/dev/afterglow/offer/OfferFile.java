package dev.afterglow.offer;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A file {@code offers/NAME.yaml} beside a journey, while it is read. */
final class OfferFile {

    private static final Set<String> NAMES = Set.of("percent", "amount", "currency", "minimum", "valid", "budget");
    private static final int LONGEST_DAYS = 366;
    private static final int MOST_CODES = 1_000_000;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000);
    private static final int FINEST = 2;

    private record Line(int number, String text) {}

    private final String file;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    private OfferFile(String file, String yaml) {
        this.file = file;
        if (!(root(yaml) instanceof MappingNode mapping)) {
            throw refused(1, "here must be lines of \"name: value\"");
        }
        mapping.getValue().forEach(this::take);
    }

    /**
     * Reads what a kind of code gives.
     *
     * @param file path below {@code bpmn/}
     * @throws OfferRefused naming the line and what is wrong with it
     */
    static Deal read(String file, String yaml) {
        return new OfferFile(file, yaml).deal();
    }

    private Node root(String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root != null) {
                return root;
            }
            throw refused(1, "the file is empty");
        } catch (MarkedYAMLException e) {
            throw refused(e.getProblemMark().getLine() + 1, e.getProblem());
        } catch (YAMLException e) {
            throw refused(1, "it cannot be read");
        }
    }

    private void take(NodeTuple tuple) {
        int number = tuple.getKeyNode().getStartMark().getLine() + 1;
        if (!(tuple.getKeyNode() instanceof ScalarNode name && tuple.getValueNode() instanceof ScalarNode value)) {
            throw refused(number, "here must be one plain value");
        }
        if (!NAMES.contains(name.getValue())) {
            throw refused(
                    number,
                    "\"%s\" is not known; known are %s"
                            .formatted(name.getValue(), NAMES.stream().sorted().toList()));
        }
        if (lines.put(name.getValue(), new Line(number, value.getValue().strip())) != null) {
            throw refused(number, "\"%s\" stands here twice".formatted(name.getValue()));
        }
    }

    private Deal deal() {
        BigDecimal percent = number("percent", ALL);
        BigDecimal amount = number("amount", MOST_MONEY);
        BigDecimal minimum = number("minimum", MOST_MONEY);
        if ((percent == null) == (amount == null)) {
            throw refused(1, "exactly one of \"percent\" and \"amount\" must be said");
        }
        String currency = amount == null && minimum == null ? unused() : currency();
        return new Deal(new Terms(percent, amount, currency, minimum), valid(), budget());
    }

    private @Nullable BigDecimal number(String name, BigDecimal most) {
        Line line = lines.get(name);
        if (line == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(line.text());
            if (number.signum() > 0 && number.compareTo(most) <= 0 && number.scale() <= FINEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // why: what is wrong with it is said below, for every kind of wrong.
        }
        throw refused(
                line.number(),
                "%s is \"%s\", but must be a number above 0 and up to %s, such as 10 or 7.50"
                        .formatted(name, line.text(), most));
    }

    private @Nullable String unused() {
        Line line = lines.get("currency");
        if (line != null) {
            throw refused(line.number(), "a currency says nothing without \"amount\" or \"minimum\"");
        }
        return null;
    }

    private String currency() {
        Line line = required("currency");
        try {
            return Currency.getInstance(line.text()).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw refused(line.number(), "currency is \"%s\", but must be like EUR".formatted(line.text()));
        }
    }

    private Period valid() {
        Line line = required("valid");
        try {
            Period period = Period.parse(line.text());
            long days = LocalDate.EPOCH.plus(period).toEpochDay();
            if (days >= 1 && days <= LONGEST_DAYS) {
                return period;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // why: as above.
        }
        throw refused(
                line.number(),
                "valid is \"%s\", but must be like P30D or P2M, and not above a year".formatted(line.text()));
    }

    private int budget() {
        Line line = required("budget");
        if (line.text().matches("[0-9]{1,7}") && Integer.parseInt(line.text()) <= MOST_CODES) {
            return Integer.parseInt(line.text());
        }
        throw refused(
                line.number(),
                "budget is \"%s\", but must be how many codes a month may have, up to %d"
                        .formatted(line.text(), MOST_CODES));
    }

    private Line required(String name) {
        if (!lines.containsKey(name)) {
            throw refused(1, "\"%s\" is missing".formatted(name));
        }
        return Objects.requireNonNull(lines.get(name));
    }

    private OfferRefused refused(int line, String reason) {
        return new OfferRefused("%s: line %d: %s".formatted(file, line, reason));
    }
}
