package dev.afterglow.intake;

import dev.afterglow.intake.providers.Proof;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every door that takes JSON, with a report it understands and the way to sign whatever is sent instead. */
final class Doors {

    private Doors() {}

    /**
     * A door.
     *
     * @param unread pointers of what is not read, or in more than one type, as a regular expression
     */
    record Door(
            String name,
            String path,
            String type,
            Function<byte[], Map<String, String>> headers,
            String report,
            String unread) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Door> all(String shopSecret, String secret, String apiKey, Instant now) {
        Function<byte[], Map<String, String>> key = body -> Map.of("Authorization", "Bearer " + apiKey);
        return List.of(
                shopify("orders/paid", shopSecret, ORDER, "/id|.*/(id|product_id)|/(total_price|line_items/0/price)"),
                shopify(
                        "fulfillments/create",
                        shopSecret,
                        FULFILLMENT,
                        ".*/?(id|order_id|created_at|tracking_numbers/0|tracking_urls/0)"),
                shopify("refunds/create", shopSecret, REFUND, ".*/?(id|order_id|line_item_id|subtotal|amount)"),
                shopify("customers/update", shopSecret, CUSTOMER, "/id"),
                json(
                        "woocommerce",
                        "/hooks/woocommerce",
                        WOOCOMMERCE,
                        ".*id|.*(total|price)|/number",
                        body -> Map.of(
                                "X-WC-Webhook-Signature",
                                base64(shopSecret, body),
                                "X-WC-Webhook-Topic",
                                "order.updated")),
                json(
                        "aftership",
                        "/hooks/aftership",
                        AFTERSHIP,
                        "/event_id|/msg/(id|order_id|tracking_number)",
                        body -> Map.of("aftership-hmac-sha256", base64(secret, body))),
                json(
                        "easypost",
                        "/hooks/easypost",
                        EASYPOST,
                        "/id|/result/(id|tracking_code)",
                        body -> Map.of("X-Hmac-Signature", "hmac-sha256-hex=" + hex(secret, body))),
                json(
                        "shippo",
                        "/hooks/shippo?token=" + secret,
                        SHIPPO,
                        "/data/(metadata|tracking_number)",
                        body -> Map.of()),
                json(
                        "mailgun",
                        "/hooks/mailgun",
                        mailgun(secret, now),
                        "/signature/timestamp|/event-data/(id|timestamp)",
                        body -> Map.of()),
                json(
                        "postmark",
                        "/hooks/postmark",
                        POSTMARK,
                        "/ID|/Description",
                        body -> Map.of(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        ("postmark:" + secret).getBytes(StandardCharsets.UTF_8)))),
                json(
                        "whatsapp",
                        "/hooks/whatsapp",
                        WHATSAPP,
                        ".*/(id|timestamp|from)",
                        body -> Map.of("X-Hub-Signature-256", "sha256=" + hex(secret, body))),
                json("provider", "/api/provider-events", PROVIDER, "/(id|message|provider-message)", key),
                new Door("events", "/events", "application/cloudevents+json", key, EVENT, ".*[iI]d|.*(total|price)"),
                new Door(
                        "batch of events",
                        "/events",
                        "application/cloudevents-batch+json",
                        key,
                        "[" + EVENT.replace("e-1", "e-2") + "]",
                        ".*[iI]d|.*(total|price)"));
    }

    private static Door shopify(String topic, String secret, String report, String unread) {
        return json(
                "shopify " + topic,
                "/hooks/shopify",
                report,
                unread,
                body -> Map.of("X-Shopify-Hmac-SHA256", base64(secret, body), "X-Shopify-Topic", topic));
    }

    private static Door json(
            String name, String path, String report, String unread, Function<byte[], Map<String, String>> headers) {
        return new Door(name, path, "application/json", headers, report, unread);
    }

    private static String mailgun(String secret, Instant now) {
        String signed = now.getEpochSecond() + "a-token-for-tests";
        return MAILGUN.formatted(now.getEpochSecond(), hex(secret, signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(String secret, byte[] body) {
        return Base64.getEncoder().encodeToString(Proof.hmac("HmacSHA256", secret, body));
    }

    private static String hex(String secret, byte[] body) {
        return HexFormat.of().formatHex(Proof.hmac("HmacSHA256", secret, body));
    }

    private static final String ORDER = """
            {"id": 910000000000000001, "name": "#1001", "created_at": "2026-05-10T11:00:00-05:00",
             "updated_at": "2026-05-10T11:00:01-05:00", "currency": "USD", "total_price": "409.94",
             "financial_status": "paid", "email": "jon@example.com", "test": false, "customer_locale": "en",
             "customer": {"id": 910000000000000002, "email": "john@example.com", "first_name": "John",
               "last_name": "Smith", "phone": "+15145550100"},
             "shipping_address": {"name": "Jon", "address1": "1 Way", "city": "Ottawa", "zip": "K1", "province_code": "ON",
               "country_code": "CA"},
             "line_items": [{"id": 910000000000000003, "product_id": 632910392, "sku": "IPOD", "title": "Player",
               "variant_title": "8GB", "quantity": 1, "price": "199.00"}]}
            """;
    private static final String FULFILLMENT = """
            {"id": 910000000000000004, "order_id": 910000000000000005, "status": "success",
             "created_at": "2026-05-11T11:00:00-05:00", "updated_at": "2026-05-11T11:00:01-05:00",
             "tracking_company": "UPS", "tracking_numbers": ["1Z0659120300549388"], "tracking_urls": ["https://ups.example/1"],
             "line_items": [{"id": 910000000000000003, "quantity": 1}]}
            """;
    private static final String REFUND = """
            {"id": 910000000000000006, "order_id": 910000000000000007, "created_at": "2026-05-12T11:00:00-05:00",
             "note": "too small", "refund_line_items": [{"line_item_id": 910000000000000003, "quantity": 1,
               "subtotal": 199.0}], "transactions": [{"kind": "refund", "status": "success", "amount": "199.00"}]}
            """;
    private static final String CUSTOMER = """
            {"id": 910000000000000008, "email": "mia@example.com", "first_name": "Mia", "last_name": "Lang",
             "phone": "+4917612345678", "updated_at": "2026-05-12T11:00:00-05:00"}
            """;
    private static final String WOOCOMMERCE = """
            {"id": 910000000000000009, "number": "727", "status": "processing", "currency": "USD",
             "date_created_gmt": "2026-05-10T16:00:00", "date_modified_gmt": "2026-05-10T16:01:00",
             "date_paid_gmt": "2026-05-10T16:00:30", "total": "29.35", "customer_id": 0,
             "billing": {"first_name": "John", "last_name": "Doe", "email": "john.doe@example.com", "phone": "+15555550100"},
             "shipping": {"first_name": "John", "last_name": "Doe", "address_1": "969 Market", "city": "San Francisco",
               "state": "CA", "postcode": "94103", "country": "US"},
             "line_items": [{"id": 315, "name": "Woo", "product_id": 93, "quantity": 2, "price": 3, "sku": "W", "total": "6.00"}]}
            """;
    private static final String AFTERSHIP = """
            {"event": "tracking_update", "event_id": "fuzz-1", "msg": {"id": "t1", "tracking_number": "1ZA2207X0444990982",
             "slug": "ups", "order_id": "91", "updated_at": "2026-05-12T08:00:00Z", "created_at": "2026-05-09T08:00:00Z",
             "tag": "InTransit", "subtag": "InTransit_003", "expected_delivery": "2026-05-14",
             "checkpoints": [{"tag": "InTransit", "subtag": "InTransit_003", "checkpoint_time": "2026-05-11T09:00:00",
               "city": "Mumbai", "state": "MH", "country_iso3": "IND"}]}}
            """;
    private static final String EASYPOST = """
            {"id": "evt_fuzz", "mode": "production", "description": "tracker.updated", "result": {"id": "trk_1",
             "tracking_code": "EZ91", "carrier": "USPS", "status": "in_transit", "status_detail": "departed_facility",
             "updated_at": "2026-05-12T08:00:00Z", "est_delivery_date": "2026-05-14T00:00:00Z", "public_url": "https://t.example",
             "tracking_details": [{"status": "in_transit", "status_detail": "departed_facility",
               "datetime": "2026-05-11T09:00:00Z", "tracking_location": {"city": "Orlando", "state": "FL", "country": "US"}}]}}
            """;
    private static final String SHIPPO = """
            {"event": "track_updated", "test": false, "data": {"carrier": "usps", "tracking_number": "92", "metadata": "91",
             "eta": "2026-05-14T21:35:12Z", "tracking_status": {"status": "TRANSIT", "substatus": {"code": "package_arrived"},
              "status_date": "2026-05-12T07:00:00Z", "object_updated": "2026-05-12T08:00:00Z",
              "location": {"city": "Las Vegas", "state": "NV", "country": "US"}},
             "tracking_history": [{"status": "TRANSIT", "substatus": {"code": "package_accepted"},
              "status_date": "2026-05-11T07:00:00Z", "location": {"city": "Reno", "state": "NV", "country": "US"}}]}}
            """;
    private static final String MAILGUN = """
            {"signature": {"timestamp": "%s", "token": "a-token-for-tests", "signature": "%s"},
             "event-data": {"id": "mg-fuzz", "event": "failed", "severity": "permanent", "reason": "bounce",
              "timestamp": 1778400000.5, "recipient": "nobody@example.com",
              "delivery-status": {"code": 550, "message": "no such user"},
              "message": {"headers": {"message-id": "x@example.com"}}}}
            """;
    private static final String POSTMARK = """
            {"RecordType": "Bounce", "ID": 91, "Type": "HardBounce", "MessageID": "pm-fuzz", "Email": "no@example.com",
             "BouncedAt": "2026-05-10T09:00:00Z", "Description": "gone"}
            """;
    private static final String WHATSAPP = """
            {"entry": [{"changes": [{"value": {"messages": [{"from": "4917612345678", "id": "wamid.fuzz",
             "timestamp": "1778400000", "text": {"body": "hello"}}]}}]}]}
            """;
    private static final String PROVIDER = """
            {"provider": "test", "id": "pe-fuzz", "kind": "bounced", "hard": true, "reason": "invalid", "detail": "gone",
             "channel": "sms", "address": "+4917612345678", "message": "m-1", "provider-message": "pm-1",
             "at": "2026-05-10T09:00:00Z"}
            """;
    private static final String EVENT = """
            {"specversion": "1.0", "id": "e-1", "source": "fuzz", "type": "order.paid", "subject": "fuzz-1",
             "time": "2026-05-10T09:00:00Z", "data": {"shop": "fuzz", "order": {"id": "fuzz-1", "number": "#1", "total": "10.00",
              "currency": "EUR", "placedAt": "2026-05-10T09:00:00Z", "test": false, "gift": false, "locale": "de",
              "shipTo": {"name": "Mia", "lines": ["Weg 1"], "city": "Köln", "postcode": "50667", "country": "DE"},
              "lines": [{"id": "l-1", "productId": "p-1", "sku": "S", "title": "Tea", "quantity": 1, "price": "10.00"}]},
              "customer": {"id": "fuzz-c", "email": "mia@example.com", "firstName": "Mia", "timeZone": "Europe/Berlin"}}}
            """;
}
