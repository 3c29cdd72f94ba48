package dev.afterglow.intake.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Field;
import dev.afterglow.order.Shipment.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is written on the parcels of a fulfilment: one number each, and where to follow it. */
final class ShopifyLabels {

    private ShopifyLabels() {}

    static List<Label> of(Field fulfilment) {
        String carrier = fulfilment.at("tracking_company").text(100);
        List<String> numbers = many(fulfilment, "tracking_number", 100);
        List<String> urls = many(fulfilment, "tracking_url", 1000);
        if (numbers.isEmpty()) {
            return urls.isEmpty() ? List.of() : List.of(new Label(carrier, null, urls.getFirst()));
        }
        List<Label> labels = new ArrayList<>();
        for (String number : numbers) {
            labels.add(new Label(carrier, number, url(urls, labels.size(), numbers.size())));
        }
        return labels;
    }

    // why: with more or fewer addresses than numbers nobody knows which belongs to which, but the first to the first.
    private static @Nullable String url(List<String> urls, int index, int numbers) {
        boolean known = urls.size() == numbers || index == 0;
        return known && index < urls.size() ? urls.get(index) : null;
    }

    /** What the list says, in older versions of the API only the single field. */
    private static List<String> many(Field fulfilment, String name, int longest) {
        List<String> many = fulfilment.at(name + "s").items().stream()
                .map(one -> text(one, longest))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        String one = text(fulfilment.at(name), longest);
        return many.isEmpty() && !one.isEmpty() ? List.of(one) : many;
    }

    private static String text(Field field, int longest) {
        JsonNode node = field.node();
        if (node != null && !node.isNull() && !node.isTextual() && !node.isNumber()) {
            throw field.refuse("must be a text");
        }
        String text = node == null || node.isNull()
                ? ""
                : node.asText().replace("\u0000", "").strip();
        return text.substring(0, Math.min(longest, text.length()));
    }
}
