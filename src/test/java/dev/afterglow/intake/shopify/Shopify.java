package dev.afterglow.intake.shopify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The other side of the wire: signs and words webhooks as the shop does, written apart from the code under test. */
final class Shopify {

    private Shopify() {}

    static String sign(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String order(String id) {
        return order(id, "\"financial_status\": \"paid\"");
    }

    static String order(String id, String fields) {
        return """
                {"id": %s, "name": "#1001", "created_at": "2026-05-10T11:00:00-05:00",
                 "updated_at": "2026-05-10T11:00:01-05:00", "currency": "USD", "total_price": "409.94",
                 "email": "jon@example.com", "phone": null, "cancelled_at": null, "test": false,
                 "customer": {"id": %s7, "email": "john@example.com", "first_name": "John", "last_name": "Smith"},
                 "line_items": [{"id": 866550311766439020, "product_id": 632910392, "sku": "IPOD", "title": "Player",
                   "variant_title": null, "quantity": 1, "price": "199.00", "properties": []}],
                 %s}
                """.formatted(id, id, fields);
    }
}
