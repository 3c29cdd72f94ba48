package dev.afterglow.bench;

import dev.afterglow.real.AppProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signed Shopify webhook, ready to be posted: about 3 KB, as a small order makes.
 *
 * @param order the shop's id of the order
 */
record Webhook(String order, byte[] body, String signature) {

    private static final String LINE = """
            {"id": %d, "admin_graphql_api_id": "gid://shopify/LineItem/%1$d", "product_id": 632910392, "variant_id": 39072856,
             "sku": "CUP-%d", "title": "Cup of stoneware, number %2$d", "variant_title": "cream", "vendor": "The Shop",
             "name": "Cup of stoneware, number %2$d - cream", "quantity": %2$d, "price": "24.75", "total_discount": "0.00",
             "gift_card": false, "grams": 350, "taxable": true, "requires_shipping": true, "properties": [],
             "fulfillment_service": "manual", "fulfillment_status": null, "product_exists": true,
             "price_set": {"shop_money": {"amount": "24.75", "currency_code": "EUR"}}}
            """;
    private static final String ORDER = """
            {"id": %1$d, "admin_graphql_api_id": "gid://shopify/Order/%1$d", "name": "#%1$d", "order_number": %1$d,
             "created_at": "%3$s", "updated_at": "%3$s", "cancelled_at": null,
             "processed_at": "%3$s", "financial_status": "paid", "fulfillment_status": null,
             "currency": "EUR", "total_price": "248.50", "subtotal_price": "248.50", "total_tax": "39.68", "test": false,
             "customer_locale": "en", "email": "buyer-%1$d@example.com", "contact_email": "buyer-%1$d@example.com",
             "customer": {"id": 9%1$d, "email": "buyer-%1$d@example.com", "first_name": "Ada", "last_name": "Lovelace",
               "state": "enabled", "verified_email": true, "tax_exempt": false, "currency": "EUR", "phone": null},
             "shipping_address": {"first_name": "Ada", "last_name": "Lovelace", "address1": "12 Long Street",
               "city": "Hamburg", "zip": "20095", "country": "Germany", "country_code": "DE"},
             "billing_address": {"first_name": "Ada", "last_name": "Lovelace", "address1": "12 Long Street",
               "city": "Hamburg", "zip": "20095", "country": "Germany", "country_code": "DE"},
             "line_items": [%2$s]}
            """;

    static Webhook paid(long order) {
        String lines = IntStream.rangeClosed(1, 3)
                .mapToObj(line -> LINE.formatted(order * 10 + line, line))
                .collect(Collectors.joining(","));
        byte[] body = ORDER.formatted(order, lines, Instant.now()).getBytes(StandardCharsets.UTF_8);
        return new Webhook(String.valueOf(order), body, sign(body));
    }

    HttpRequest to(URI app) {
        return HttpRequest.newBuilder(app.resolve("/hooks/shopify"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", "orders/paid")
                .header("X-Shopify-Shop-Domain", "bench.myshopify.com")
                .header("X-Shopify-Webhook-Id", "bench-" + order)
                .header("X-Shopify-Hmac-SHA256", signature)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(AppProcess.SHOPIFY_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
