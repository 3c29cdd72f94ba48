package dev.afterglow.intake.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Field;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an order is a gift. Shopify has no field for it: shops ask in the cart, and what they ask arrives as
 * notes of the order or properties of a line, which may be a list of names and values, an object, or anything else.
 */
final class ShopifyGift {

    private static final List<String> WORDS = List.of("gift", "geschenk", "cadeau", "regalo", "presente");
    private static final Set<String> NOT = Set.of("", "0", "false", "no", "nein", "non", "none", "off", "null");

    private ShopifyGift() {}

    static boolean isOne(Field order) {
        Stream<Field> lines = order.at("line_items").items().stream().map(line -> line.at("properties"));
        return Stream.concat(Stream.of(order.at("note_attributes")), lines).anyMatch(ShopifyGift::saysSo);
    }

    private static boolean saysSo(Field notes) {
        JsonNode node = notes.node();
        if (node == null) {
            return false;
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).anyMatch(ShopifyGift::isNamedSo);
        }
        return isNamedSo(node)
                || node.properties().stream().anyMatch(entry -> saysSo(entry.getKey(), text(entry.getValue())));
    }

    private static boolean isNamedSo(JsonNode note) {
        return saysSo(text(note.get("name")), text(note.get("value")));
    }

    // why: a voucher somebody buys is called a gift card too, and is mostly for the buyer to hand on.
    private static boolean saysSo(String name, String value) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        return WORDS.stream().anyMatch(plain::contains)
                && !plain.contains("card")
                && !NOT.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.asText();
    }
}
