package dev.afterglow.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One measured figure.
 *
 * @param value null where this machine cannot tell
 * @param baseline the same with empty workers, if there is such a thing
 * @param ratio value to baseline
 * @param wanted what it should be, for the reader; nothing fails when it is missed
 */
@JsonPropertyOrder({"name", "value", "unit", "baseline", "ratio"})
public record Figure(
        String name,
        Double value,
        String unit,
        Double baseline,
        Double ratio,
        @JsonIgnore String wanted) {

    /** A figure that stands alone. */
    public static Figure of(String name, Double value, String unit) {
        return new Figure(name, rounded(value), unit, null, null, "");
    }

    /** A figure beside its baseline. */
    public static Figure compared(String name, double value, String unit, double baseline) {
        return new Figure(name, rounded(value), unit, rounded(baseline), rounded(value / baseline), "");
    }

    /** The same, with what it should be. */
    public Figure wanted(String text) {
        return new Figure(name, value, unit, baseline, ratio, text);
    }

    private static Double rounded(Double value) {
        return value == null ? null : Math.round(value * 100) / 100.0;
    }
}
