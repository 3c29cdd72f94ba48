package dev.afterglow.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Refund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopifyMoneyBackTest {

    @Test
    void aRefundIsWhatWasPaidBackAndForWhat() {
        Refund refund = refund("""
                "refund_line_items": [{"id": 104689539, "line_item_id": 703073504000000001, "quantity": 1,
                   "subtotal": 195.67, "total_tax": 3.98}],
                "transactions": [{"kind": "refund", "status": "success", "amount": "199.65", "currency": "USD"}]
                """);

        assertThat(refund)
                .isEqualTo(new Refund(
                        "509562969000000001",
                        "450789469",
                        Instant.parse("2026-06-20T17:35:06Z"),
                        new BigDecimal("199.65"),
                        "it broke during shipping",
                        List.of(new Refund.Line("703073504000000001", 1, new BigDecimal("199.65")))));
    }

    @Test
    void moneyThatWasNotPaidBackDoesNotCount() {
        assertThat(refund("""
                "transactions": [{"kind": "refund", "status": "failure", "amount": "5.00"},
                  {"kind": "refund", "status": "pending", "amount": "6.00"},
                  {"kind": "void", "status": "success", "amount": "7.00"},
                  {"kind": "refund", "status": "success", "amount": "-8.00"},
                  {"kind": "refund", "status": "success", "amount": 1.5}]
                """).amount()).isEqualByComparingTo("9.5");
        assertThat(refund("\"transactions\": []").amount()).as("goods only").isNull();
    }

    @Test
    void aLineIsWorthWhatTheCustomerSaw() {
        Refund refund = refund("""
                "refund_line_items": [{"line_item_id": 1, "quantity": 1, "subtotal": 10.0, "total_tax": 0.0,
                  "subtotal_set": {"presentment_money": {"amount": "9.10", "currency_code": "EUR"}},
                  "total_tax_set": {"presentment_money": {"amount": "0.90", "currency_code": "EUR"}}}]
                """);
        assertThat(refund.lines().getFirst().amount()).isEqualByComparingTo("10.00");
    }

    @ParameterizedTest
    @CsvSource({
        "returns/request, return.opened",
        "returns/approve, return.opened",
        "returns/reopen, return.opened",
        "returns/decline, return.closed",
        "returns/cancel, return.closed",
        "returns/close, return.closed",
        "returns/update, return.told"
    })
    void aReturnOpensAndClosesAndBringsNothingBackByItself(String topic, String type) {
        Told told = Shopify.told(topic, """
                {"id": 3547267221, "status": "requested", "order": {"id": 5196695273621}, "name": "#1106-R2",
                 "return_line_items": [{"id": 1, "quantity": 1, "return_reason": "unwanted",
                   "fulfillment_line_item": {"id": 2, "line_item": {"id": 3}}}]}
                """);

        assertThat(told.type()).isEqualTo(type);
        assertThat(told.subject()).isEqualTo("5196695273621");
        String id = "shopify:tests.myshopify.com return 3547267221";
        assertThat(told.facts())
                .isEqualTo(
                        switch (type) {
                            case "return.opened" -> List.of(new Fact.CaseOpened(id, "5196695273621"));
                            case "return.closed" -> List.of(new Fact.CaseClosed(id, "5196695273621"));
                            default -> List.of();
                        });
    }

    @Test
    void aReturnWithoutItsOrderIsKeptAsAReport() {
        Told told = Shopify.told("returns/update", "{\"id\": 3547267221, \"restocking_fees\": {}}");
        assertThat(told.subject()).isEqualTo("3547267221");
        assertThat(told.facts()).isEmpty();
    }

    @Test
    void otherTopicsAreNotUsed() {
        assertThat(Shopify.told("returns/of_tomorrow", "{\"id\": 1}", ConsentSettings.NONE))
                .isEmpty();
        assertThat(Shopify.told("products/update", "{\"id\": 1}", ConsentSettings.NONE))
                .isEmpty();
    }

    private static Refund refund(String fields) {
        Told told = Shopify.told("refunds/create", """
                {"id": 509562969000000001, "order_id": 450789469, "created_at": "2026-06-20T13:35:06-04:00",
                 "note": "it broke during shipping", %s}
                """.formatted(fields));
        assertThat(told.type()).isEqualTo("refund.told");
        assertThat(told.subject()).isEqualTo("450789469");
        return ((Fact.Refunded) told.facts().getFirst()).refund();
    }
}
