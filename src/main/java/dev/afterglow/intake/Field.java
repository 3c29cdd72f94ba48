package dev.afterglow.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document, which knows its JSON pointer (RFC 6901): whatever is wrong with it is refused by name.
 *
 * @param node null when the place is empty
 */
public record Field(String pointer, @Nullable JsonNode node) {

    private static final int LONGEST_ID = 190;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    /** The whole document. */
    public static Field root(JsonNode node) {
        return new Field("", node);
    }

    /** The field with this name below this one; JSON null counts as not there. */
    public Field at(String name) {
        if (node != null && !node.isObject() && !isEmptyInPhp(node)) {
            throw refuse("must be an object");
        }
        JsonNode inner = node == null ? null : node.get(name);
        return new Field(pointer + "/" + name, inner == null || inner.isNull() ? null : inner);
    }

    // why: shops written in PHP say [] for an object without fields.
    private static boolean isEmptyInPhp(JsonNode node) {
        return node.isArray() && node.isEmpty();
    }

    /** True when there is nothing here. */
    public boolean isEmpty() {
        return node == null;
    }

    /** This place, which must be an object. */
    public Field object() {
        if (node == null || !node.isObject()) {
            throw refuse("must be an object");
        }
        return this;
    }

    /** The places in an array, or none when it is not there. */
    public List<Field> items() {
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw refuse("must be an array");
        }
        List<Field> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(new Field(pointer + "/" + items.size(), item));
        }
        return items;
    }

    /** A text, cut to what the column holds; null when not there or blank. */
    public @Nullable String text(int longest) {
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            throw refuse("must be a text");
        }
        String text = node.textValue().replace("\u0000", "").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(longest, text.length()));
    }

    /** A text that must be there and is not cut. */
    public String requiredText(int longest) {
        String text = text(longest + 1);
        if (text == null) {
            throw refuse("is missing");
        }
        if (text.length() > longest) {
            throw refuse("is longer than %d characters".formatted(longest));
        }
        return text;
    }

    /** An external id, which may be a number or a text but is always kept as text; null when not there. */
    public @Nullable String id() {
        if (node == null) {
            return null;
        }
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw refuse("must be an id, as text or whole number");
        }
        String id = node.asText().strip();
        if (id.isEmpty() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            throw refuse("must be an id of 1 to %d characters".formatted(LONGEST_ID));
        }
        return id;
    }

    /** An external id that must be there. */
    public String requiredId() {
        String id = id();
        if (id == null) {
            throw refuse("is missing");
        }
        return id;
    }

    /** An amount, exact, from a number or a text; null when not there. */
    public @Nullable BigDecimal amount() {
        if (node == null) {
            return null;
        }
        try {
            BigDecimal amount = node.isNumber() ? node.decimalValue() : new BigDecimal(node.asText());
            if (amount.precision() - amount.scale() > 15 || amount.scale() > 20 || amount.scale() < -15) {
                throw refuse("is too large an amount");
            }
            return amount;
        } catch (NumberFormatException e) {
            throw refuse("must be an amount such as \"199.00\"");
        }
    }

    /** A whole number; null when not there. */
    public @Nullable Integer number() {
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw refuse("must be a whole number");
        }
        return node.intValue();
    }

    /** True or false; false when not there. */
    public boolean flag() {
        if (node == null) {
            return false;
        }
        if (!node.isBoolean()) {
            throw refuse("must be true or false");
        }
        return node.booleanValue();
    }

    /** A moment with offset (RFC 3339); null when not there. */
    public @Nullable Instant instant() {
        String text = text(64);
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            // why: databases count years up to a point, and nothing was ordered before there were shops.
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                throw refuse("must be a time of the years %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
            }
            return time.toInstant();
        } catch (DateTimeParseException e) {
            throw refuse("must be a time with offset, such as 2026-05-10T09:00:00Z");
        }
    }

    /** A currency (ISO 4217); null when not there. */
    public @Nullable String currency() {
        String code = text(16);
        if (code == null) {
            return null;
        }
        try {
            return java.util.Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw refuse("must be a currency such as EUR");
        }
    }

    /** A country (ISO 3166-1, two letters); null when not there. */
    public @Nullable String country() {
        String code = text(16);
        if (code == null) {
            return null;
        }
        // why: shops use codes that are not in the standard, such as XK.
        if (!COUNTRY.matcher(code).matches()) {
            throw refuse("must be a country such as DE");
        }
        return code.toUpperCase(Locale.ROOT);
    }

    /** Refuses this place. */
    public Refusal refuse(String reason) {
        return Refusal.wrongShape("%s %s.".formatted(pointer.isEmpty() ? "The document" : pointer, reason));
    }
}
