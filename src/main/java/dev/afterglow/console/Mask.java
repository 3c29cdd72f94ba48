package dev.afterglow.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/**
 * Hides what is about people in what a sender told, whoever the sender is: only what is known to be harmless by its
 * name and its looks is shown, such as ids, amounts and times. Everything else is a dot or three.
 */
final class Mask {

    static final String DOTS = "•••";

    private static final Pattern KEY = Pattern.compile("[A-Za-z_$][A-Za-z0-9_.:/$-]{0,63}|\\d{1,6}");
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?( ?(Z|UTC|[+-]\\d{2}:?\\d{2}))?)?");
    private static final Pattern AMOUNT = Pattern.compile("-?(0|[1-9]\\d{0,8})([.]\\d{1,4})?");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}[.]\\d{1,4}");
    private static final Pattern ID = Pattern.compile("(?!0\\d{8,14}$)(?=.*\\d)[A-Za-z0-9._:/#-]{1,120}");
    private static final Pattern ORDER_NUMBER = Pattern.compile("#[A-Z]{0,4}-?\\d{1,12}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]*([_.:/-][A-Za-z0-9]+){0,5}");
    private static final Pattern PLACE = Pattern.compile("[A-Z]{2,3}|[a-z]{2,3}([-_][A-Za-z]{2,4})?");
    private static final Pattern PHONE = Pattern.compile("\\+.*\\d.*");
    private static final int LONGEST_CODE = 50;

    /**
     * Where a value stands.
     *
     * @param inside what is around it is about somebody
     * @param goods what is around it is something that was bought
     */
    private record Where(FieldName name, boolean inside, boolean goods) {

        Where under(String key) {
            return new Where(FieldName.of(key), isAboutSomebody(), goods && name.isAListOfGoods());
        }

        boolean isAboutSomebody() {
            return inside || name.isSomebody();
        }
    }

    private Mask() {}

    /** A copy that can be shown to anybody who works here. */
    static JsonNode over(JsonNode told) {
        return over(told, new Where(FieldName.of(""), false, false));
    }

    /** An id of a sender, unless it gives away whose it is. */
    static String overId(String id) {
        return id.indexOf('@') >= 0 || PHONE.matcher(id).matches() ? DOTS : id;
    }

    private static JsonNode over(JsonNode node, Where where) {
        return switch (node) {
            case ObjectNode object -> over(object, where);
            case ArrayNode array -> over(array, where);
            default -> isShown(node, where) ? node : TextNode.valueOf(DOTS);
        };
    }

    private static JsonNode over(ObjectNode object, Where where) {
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(entry -> {
            boolean plain = KEY.matcher(entry.getKey()).matches();
            String key = plain ? entry.getKey() : DOTS + (masked.size() + 1);
            Where inside = where.under(entry.getKey());
            masked.set(key, over(entry.getValue(), plain ? inside : new Where(inside.name(), true, false)));
        });
        return masked;
    }

    private static JsonNode over(ArrayNode array, Where where) {
        ArrayNode masked = JsonNodeFactory.instance.arrayNode();
        Where inside = new Where(where.name(), where.inside(), where.name().isAListOfGoods());
        array.forEach(element -> masked.add(over(element, inside)));
        return masked;
    }

    private static boolean isShown(JsonNode value, Where where) {
        if (value.isBoolean() || value.isNull()) {
            return true;
        }
        String text = value.asText();
        if (where.name().isPrivate()) {
            return !where.inside() && ORDER_NUMBER.matcher(text).matches();
        }
        return value.isNumber() ? isHarmlessNumber(text, where) : isHarmlessText(text, where);
    }

    private static boolean isHarmlessNumber(String text, Where where) {
        FieldName name = where.name();
        boolean known = name.isAnId() || name.isATime() || name.isAnAmount() || name.isACount();
        return known || (!where.isAboutSomebody() && text.length() < 8);
    }

    private static boolean isHarmlessText(String text, Where where) {
        FieldName name = where.name();
        return text.isEmpty()
                || (name.isATime() && TIME.matcher(text).matches())
                || (name.isAnId() && ID.matcher(text).matches())
                || ((name.isAnAmount() || name.isACount())
                        && AMOUNT.matcher(text).matches())
                || (name.isAPlace() && PLACE.matcher(text).matches())
                || (!where.isAboutSomebody() && isHarmlessAmongThings(text, where));
    }

    private static boolean isHarmlessAmongThings(String text, Where where) {
        return DECIMAL.matcher(text).matches()
                || ORDER_NUMBER.matcher(text).matches()
                || (where.name().isACode()
                        && text.length() <= LONGEST_CODE
                        && CODE.matcher(text).matches())
                || (where.goods() && where.name().isOfGoods());
    }
}
