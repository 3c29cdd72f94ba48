package dev.afterglow.console;

/** A shop's morning, in rows. */
final class SampleStories {

    private static final String MAIL = """
            <!DOCTYPE html><html><body style="font-family: sans-serif; background: #fff7f0; padding: 24px">
            <h1 style="color: #a83c1b">Thank you, Ada!</h1>
            <p>Your espresso machine is on its way soon. Until then: <a href="https://shop.example/care">how to care for it</a>.</p>
            </body></html>
            """;

    private SampleStories() {}

    static void tell(Rows rows) {
        rows.journey("ThankYou", 1, "Thank you");
        rows.customer("c-1", "ada@example.com", "Ada", "Lovelace");
        rows.customer("c-2", "grace.brewster.hopper.with.a.very.long.address@navy.example.com", "Grace", "Hopper");
        ada(rows);
        rows.order("2", "#1002", "c-2", "created", false, "1290.00", "USD", 40);
        rows.event("e-2", "order.created", "2", "c-2", "accepted", null, 41, false);
        rows.order("cancelled", "#1003", "c-2", "cancelled", false, "59.00", "GBP", 60);
        rows.event("e-3", "order.paid", "cancelled", "c-2", "accepted", null, 60, true);
        rows.run("r-3", "cancelled", "c-2", "ended", "order-cancelled", 60);
        rows.event("e-4", "order.cancelled", "cancelled", "c-2", "accepted", null, 61, true);
        rows.message("m-2", "cancelled", "c-2", "silent", "order-cancelled", null, 61);
        rows.order("4", "#1004", null, "paid", true, "1.00", "CHF", 80);
        rows.event("e-5", "order.paid", "4", null, "ignored", "test-order", 81, false);
        rows.order("5", "#1005", "c-2", "paid", false, "18.50", "EUR", 90);
        rows.event("e-6", "order.paid", "5", "c-2", "accepted", null, 91, true);
        rows.run("r-5", "5", "c-2", "running", null, 92);
        goods(rows);
        rows.message("m-5", "5", "c-2", "uncertain", "no-answer", MAIL, 93);
    }

    private static void goods(Rows rows) {
        rows.order("6", "#1006", "c-1", "paid", false, "248.90", "EUR", 100);
        rows.line("6", 0, "Espresso machine “Aurora”", 1, "199.00");
        rows.line("6", 1, "Filter papers", 2, "4.95");
        rows.line("6", 2, "Milk jug, hand-blown", 1, "40.00");
        rows.line("6", 3, "A card with greetings", 1, "0.00");
        rows.shipment("s-1", "6", "DHL", "00340434161094042557", 105, "line-0", "line-1");
        rows.scan("00340434161094042557", "in-transit", 110, "Leipzig");
        rows.scan("00340434161094042557", "out-for-delivery", 130, "London");
        rows.scan("00340434161094042557", "delivered", 140, "London");
        rows.seen("00340434161094042557", "picked-up", 108, "Hamburg");
        rows.promise("00340434161094042557", "2026-11-21", 105);
        rows.shipment("s-2", "6", "GLS", "Z9K4711", 115, "line-2");
        rows.scan("Z9K4711", "on-hold", 125, "Dover");
        rows.incident("Z9K4711", "recipient", "address-not-found");
        rows.promise("Z9K4711", "2026-11-21", 115);
        rows.promise("Z9K4711", "2026-11-24", 126);
        rows.possession("6", "line-0", 140, null);
        rows.possession("6", "line-1", 140, 150);
        rows.refund("f-1", "6", "9.90", "Did not fit", "line-1", 150);
        rows.event("e-7", "order.paid", "6", "c-1", "accepted", null, 101, true);
        rows.event("e-8", "parcel.scanned", "6", "c-1", "kept", null, 130, false);
        rows.event("e-9", "parcel.scanned", "6", "c-1", "kept", "late", 145, false);
        rows.happened("e-9", 108);
        rows.repeated("e-9", 3, 148);
        rows.event("e-10", "parcel.scanned", "7", null, "waiting", "parcel-unknown", 150, false);
        rows.event("e-11", "order.paid", "8", null, "refused", "engine-invalid_argument", 155, false);
        rows.told("e-7", """
                {"id": 6, "name": "#1006", "email": "ada@example.com", "created_at": "2026-11-21T11:41:00+01:00",
                 "currency": "EUR", "total_price": "248.90", "financial_status": "paid", "note": "Please ring twice",
                 "customer": {"id": 115310627314723954, "first_name": "Ada", "last_name": "Lovelace", "orders_count": 2},
                 "shipping_address": {"name": "Ada Lovelace", "address1": "12 St James's Square", "city": "London",
                   "zip": "SW1Y 4JH", "country_code": "GB"},
                 "line_items": [{"id": 466157049, "title": "Espresso machine", "sku": "ESP-1", "quantity": 1,
                   "price": "199.00", "properties": [{"name": "Engraving", "value": "For Ada"}]}]}
                """);
    }

    private static void ada(Rows rows) {
        String order = "820982911946154508";
        rows.order(order, "#1001", "c-1", "paid", false, 0);
        rows.line(order, 0, "Espresso machine “Aurora”", 1, "119.95");
        rows.line(order, 1, "Filter papers, unbleached, box of one hundred", 2, "4.975");
        rows.event("e-0", "order.created", order, "c-1", "accepted", null, 0, true);
        rows.event("e-1", "order.paid", order, "c-1", "accepted", null, 1, true);
        rows.run("r-1", order, "c-1", "ended", null, 2);
        rows.message("m-1", order, "c-1", "accepted", null, MAIL, 2);
        rows.shipped(order, "Ada Lovelace", "12 St James's Square", "London", "GB");
        rows.consent("c-1", "given", "Yes, write to me about offers. I can end that with one click.", 1);
        rows.consent("c-2", "withdrawn", "No more offers, please", 5);
        rows.delivery("d-1", "crm", "delivered", 1, null, 10);
        rows.delivery("d-2", "warehouse", "given-up", 9, "status 500", 20);
        rows.delivery("d-3", "warehouse", "waiting", 2, "no answer", 30);
        rows.endpointInTrouble("warehouse", 40, "failed for five days");
        rows.letter("m-1", "c-1", "A card for your first order", 60);
        rows.letter("m-5", "c-2", "Happy birthday, Grace", 60 * 48);
    }
}
