package dev.afterglow.messaging.words;

import dev.afterglow.customer.Customer;
import dev.afterglow.messaging.ShopSettings;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What words may speak of: {@code customer}, {@code order} and {@code shop}. Every name is always there. */
final class Values {

    private Values() {}

    static Map<String, Object> of(Audience audience, ShopSettings shop, Locale locale) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("customer", customer(audience));
        values.put("order", order(audience.order(), locale));
        values.put("shop", shop(shop));
        values.put("locale", locale.toLanguageTag());
        values.put("direction", isRightToLeft(locale) ? "rtl" : "ltr");
        return values;
    }

    /** The same values, safe to stand in HTML. */
    static Map<String, Object> escaped(Map<String, Object> values) {
        Map<String, Object> escaped = new LinkedHashMap<>();
        values.forEach((name, value) -> escaped.put(name, escape(value)));
        return escaped;
    }

    private static Object escape(Object value) {
        return switch (value) {
            case String text -> HtmlUtils.htmlEscape(text, "UTF-8");
            case List<?> items ->
                items.stream().map(item -> escape((Object) item)).toList();
            case Map<?, ?> map -> {
                Map<String, Object> escaped = new LinkedHashMap<>();
                map.forEach((name, inner) -> escaped.put(String.valueOf(name), escape((Object) inner)));
                yield escaped;
            }
            default -> value;
        };
    }

    private static Map<String, Object> customer(Audience audience) {
        Customer customer = audience.customer();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("first_name", text(customer == null ? null : customer.firstName()));
        values.put("last_name", text(customer == null ? null : customer.lastName()));
        values.put("returning", audience.returning());
        return values;
    }

    private static Map<String, Object> order(@Nullable Order order, Locale locale) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", text(order == null ? null : order.id()));
        values.put("number", text(order == null ? null : order.number() == null ? order.id() : order.number()));
        values.put("total", order == null ? false : money(order.total(), order.currency(), locale));
        values.put("lines", lines(order, locale));
        return values;
    }

    private static List<Map<String, Object>> lines(@Nullable Order order, Locale locale) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (OrderLine line : order == null ? List.<OrderLine>of() : order.lines()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("title", line.title());
            values.put("variant", text(line.variant()));
            values.put("sku", text(line.sku()));
            values.put("quantity", line.quantity());
            values.put("price", money(line.unitPrice(), order == null ? null : order.currency(), locale));
            lines.add(values);
        }
        return lines;
    }

    private static Map<String, Object> shop(ShopSettings shop) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", shop.name());
        values.put("url", text(shop.url()));
        return values;
    }

    // why: in Liquid an empty text counts as true; what is not there must count as false, so that {% if %} works.
    private static Object text(@Nullable String value) {
        return value == null || value.isBlank() ? false : value;
    }

    private static Object money(@Nullable BigDecimal amount, @Nullable String currency, Locale locale) {
        if (amount == null || currency == null) {
            return false;
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount);
    }

    private static boolean isRightToLeft(Locale locale) {
        return List.of("ar", "fa", "he", "ur").contains(locale.getLanguage());
    }
}
