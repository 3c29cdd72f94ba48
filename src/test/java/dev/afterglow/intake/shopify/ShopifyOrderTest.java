package dev.afterglow.intake.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyOrderTest {

    private static final String ID = "820982911946154508";

    @ParameterizedTest
    @CsvSource({
        "orders/create, order.created",
        "orders/paid, order.paid",
        "orders/updated, order.updated",
        "orders/cancelled, order.cancelled",
        "orders/fulfilled, order.fulfilled",
        "orders/partially_fulfilled, order.updated"
    })
    void everyTopicAboutAnOrderTellsTheWholeOrder(String topic, String type) {
        Told told = Shopify.told(topic, Shopify.order(ID));

        assertThat(told.type()).isEqualTo(type);
        assertThat(told.subject()).isEqualTo(ID);
        assertThat(told.order().lines()).hasSize(1);
        assertThat(told.occurredAt()).isEqualTo(Instant.parse("2026-05-10T16:00:01Z"));
    }

    @Test
    void anEditSaysThatTheOrderChangedAndNotHow() {
        Told told = Shopify.told("orders/edited", """
                {"order_edit": {"id": 78912328793, "order_id": %s, "notify_customer": false,
                 "committed_at": "2026-05-11T10:00:00Z", "created_at": "2026-05-11T09:59:00Z",
                 "line_items": {"additions": [{"id": 1, "delta": 1}], "removals": [{"id": 2, "delta": 2}]}}}
                """.formatted(ID));

        assertThat(told.type()).isEqualTo("order.edited");
        assertThat(told.subject()).isEqualTo(ID);
        assertThat(told.order()).isNull();
        assertThat(told.occurredAt()).isEqualTo(Instant.parse("2026-05-11T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "pending, CREATED",
        "authorized, CREATED",
        "partially_paid, CREATED",
        "paid, PAID",
        "partially_refunded, PAID",
        "refunded, PAID",
        "voided, VOIDED",
        "expired, CREATED"
    })
    void whatWasPaidOnceStaysPaid(String financial, OrderStatus status) {
        assertThat(order("\"financial_status\": \"" + financial + "\"").status())
                .isEqualTo(status);
    }

    @Test
    void aCancelledOrderIsCancelledWhateverTheTopicSays() {
        Order created = Shopify.told("orders/create", Shopify.order(ID, "\"cancelled_at\": \"2026-05-10T18:00:00Z\""))
                .order();
        assertThat(created.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(created.cancelledAt()).isEqualTo(Instant.parse("2026-05-10T18:00:00Z"));

        Order cancelled = Shopify.told("orders/cancelled", Shopify.order(ID)).order();
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.cancelledAt()).as("when it changed last").isNotNull();
    }

    @Test
    void linesAreWhatEditsLeftAndRefundsDoNotTakeThemAway() {
        Order order = order("""
                "line_items": [
                  {"id": 1, "title": "kept", "quantity": 2, "current_quantity": 2, "price": "5.00"},
                  {"id": 2, "title": "edited out", "quantity": 1, "current_quantity": 0, "price": "5.00"},
                  {"id": 3, "title": "refunded", "quantity": 3, "current_quantity": 1, "price": "5.00"},
                  {"id": 4, "title": "from an older version", "quantity": 4, "price": "5.00"}],
                "refunds": [{"id": 9, "created_at": "2026-05-12T10:00:00Z",
                  "refund_line_items": [{"id": 8, "line_item_id": 3, "quantity": 2, "subtotal": 10.0}]}]
                """);

        assertThat(order.lines())
                .extracting(OrderLine::id, OrderLine::quantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", 2),
                        org.assertj.core.groups.Tuple.tuple("3", 3),
                        org.assertj.core.groups.Tuple.tuple("4", 4));
    }

    @Test
    void aGiftCardIsALineThatNobodyCarries() {
        Order order =
                order("\"line_items\": [{\"id\": 1, \"requires_shipping\": false, \"gift_card\": true}, {\"id\": 2}]");
        assertThat(order.lines()).extracting(OrderLine::ships).containsExactly(false, true);
    }

    @Test
    void moneyIsWhatTheCustomerSaw() {
        Order order = order("""
                "total_price_set": {"shop_money": {"amount": "409.94", "currency_code": "USD"},
                  "presentment_money": {"amount": "376.10", "currency_code": "EUR"}},
                "line_items": [{"id": 1, "title": "Player", "quantity": 1, "price": "199.00",
                  "price_set": {"shop_money": {"amount": "199.00", "currency_code": "USD"},
                    "presentment_money": {"amount": "182.57", "currency_code": "EUR"}}}]
                """);

        assertThat(order.total()).isEqualByComparingTo("376.10");
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.lines().getFirst().unitPrice()).isEqualByComparingTo("182.57");
    }

    @Test
    void anOrderBringsItsParcelsAndRefunds() {
        Told told = Shopify.told("orders/updated", Shopify.order(ID, """
                "fulfillments": [{"id": 255858046, "order_id": %s, "status": "success",
                    "updated_at": "2026-05-11T08:00:00Z", "tracking_number": "1Z", "line_items": [{"id": 1, "quantity": 1}]}],
                "refunds": [{"id": 509562969, "order_id": %s, "created_at": "2026-05-12T08:00:00Z",
                    "transactions": [{"kind": "refund", "status": "success", "amount": "10.00"}]}]
                """.formatted(ID, ID)));

        assertThat(told.facts()).hasOnlyElementsOfTypes(Fact.Shipped.class, Fact.Refunded.class);
        assertThat(told.facts()).hasSize(2);
    }

    @Test
    void howManyOrdersThereWereBeforeIsTakenOnlyFromANewOrder() {
        String three = "\"customer\": {\"id\": 7, \"orders_count\": 3}";
        assertThat(order(three).ordersBefore()).isEqualTo(2);
        assertThat(order(three + ", \"updated_at\": \"2026-07-01T00:00:00Z\"").ordersBefore())
                .as("somebody who bought again since is still no repeat buyer in the first order")
                .isNull();
    }

    @Test
    void whoOrderedWithoutAnAddressOrNumberIsStillTaken() {
        Told told = Shopify.told("orders/create", """
                {"id": %s, "email": "", "phone": null, "customer": null, "shipping_address": null, "line_items": []}
                """.formatted(ID));
        assertThat(told.customer().isAnonymous()).isTrue();
        assertThat(told.order().email()).isNull();
        assertThat(told.occurredAt()).isEqualTo(Shopify.NOW);
    }

    @Test
    void theNumberGivenAtTheCheckoutCountsAndTheOneInTheAddressDoesNot() {
        Told told = Shopify.told("orders/create", """
                {"id": %s, "phone": "+15145550100", "customer": {"id": 1, "phone": null},
                 "shipping_address": {"phone": "555-555-SHIP", "country_code": "US"}}
                """.formatted(ID));
        assertThat(told.customer().phone()).isEqualTo("+15145550100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"note_attributes\": [{\"name\": \"gift\", \"value\": \"yes\"}]",
                "\"note_attributes\": [{\"name\": \"Gift note\", \"value\": \"All the best\"}]",
                "\"note_attributes\": {\"is_gift\": \"true\"}",
                "\"line_items\": [{\"id\": 1, \"properties\": [{\"name\": \"_gift_wrap\", \"value\": true}]}]",
                "\"line_items\": [{\"id\": 1, \"properties\": {\"name\": \"Geschenk\", \"value\": 1}}]",
                "\"line_items\": [{\"id\": 1, \"properties\": {\"Gift message\": \"Hi\"}}]"
            })
    void aGiftIsToldByNotesOfAnyShape(String notes) {
        assertThat(order(notes).gift()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"note_attributes\": []",
                "\"note_attributes\": [{\"name\": \"gift\", \"value\": \"false\"}]",
                "\"note_attributes\": [{\"name\": \"gift note\", \"value\": \"\"}]",
                "\"note_attributes\": [{\"name\": \"gift_card_code\", \"value\": \"ABC\"}]",
                "\"note_attributes\": \"gift\"",
                "\"line_items\": [{\"id\": 1}]",
                "\"line_items\": [{\"id\": 1, \"properties\": {}}]",
                "\"line_items\": [{\"id\": 1, \"properties\": null}]",
                "\"line_items\": [{\"id\": 1, \"properties\": {\"name\": 2}}]",
                "\"line_items\": [{\"id\": 1, \"properties\": [{\"name\": 2}]}]",
                "\"line_items\": [{\"id\": 1, \"properties\": [null, 3, \"gift\"]}]"
            })
    void everythingElseIsNoGiftAndRefusesNothing(String notes) {
        assertThat(order(notes).gift()).isFalse();
    }

    private static Order order(String fields) {
        return Shopify.told("orders/create", Shopify.order(ID, fields)).order();
    }
}
