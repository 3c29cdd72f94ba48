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
        rows.message("m-5", "5", "c-2", "uncertain", "no-answer", MAIL, 93);
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
