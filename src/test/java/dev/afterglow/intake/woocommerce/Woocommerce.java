package dev.afterglow.intake.woocommerce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The other side of the wire: signs and words webhooks as the shop does, written apart from the code under test. */
final class Woocommerce {

    private Woocommerce() {}

    static String sign(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String order(long id, String status, String modified) {
        return order(id, status, modified, "");
    }

    static String order(long id, String status, String modified, String more) {
        return """
                {"id": %d, "number": "%d", "status": "%s", "currency": "EUR", "prices_include_tax": false,
                 "date_created": "2026-05-10T11:00:00", "date_created_gmt": "2026-05-10T09:00:00",
                 "date_modified": "2026-05-10T11:00:00", "date_modified_gmt": "%s",
                 "total": "29.35", "customer_id": 0, %s
                 "billing": {"first_name": "Jürgen", "last_name": "Groß", "company": "", "address_1": "Weg 1",
                   "address_2": "", "city": "Köln", "state": "", "postcode": "50667", "country": "DE",
                   "email": "guest-%d@example.com", "phone": "+49 176 1"},
                 "shipping": {"first_name": "", "last_name": "", "company": "", "address_1": "", "address_2": "",
                   "city": "", "state": "", "postcode": "", "country": ""},
                 "line_items": [{"id": 315, "name": "Beans &ndash; dark", "product_id": 93, "variation_id": 23,
                   "quantity": 3, "subtotal": "10.00", "subtotal_tax": "1.90", "total": "9.00", "sku": "",
                   "price": 3.3333333333333335,
                   "meta_data": [{"id": 1, "key": "grind", "value": "fine", "display_key": "Grind",
                     "display_value": "Fine"}, {"id": 2, "key": "_reduced_stock", "value": "1"}]}]}
                """.formatted(id, id, status, modified, more, id);
    }
}
