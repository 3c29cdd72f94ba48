package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.customer.Birthday;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Topic;
import dev.afterglow.order.Incident;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Promise;
import dev.afterglow.order.Refund;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import dev.afterglow.order.ShippingAddress;
import dev.afterglow.shop.ShopKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToldJsonTest {

    private static final Instant AT = Instant.parse("2026-03-29T01:59:59.123456789Z");
    private static final ParcelName OF_SHIPMENT = new ParcelName.OfShipment("f-1", "berlin/9007199254740993");
    private static final ParcelName NUMBERED = new ParcelName.Numbered("00 3404-3416");

    private static final List<Fact> FACTS = List.of(
            new Fact.Delivered(List.of("a", "b")),
            new Fact.Returned(List.of()),
            new Fact.Shipped(new Shipment(
                    "f-1",
                    "o-1",
                    AT,
                    true,
                    List.of(new Shipment.Line("a", 2)),
                    List.of(new Shipment.Label("DHL", null, "https://example.org/?a=1&b=2")))),
            new Fact.Scanned(NUMBERED, new Scan(ParcelStatus.OUT_FOR_DELIVERY, AT)),
            new Fact.Scanned(
                    OF_SHIPMENT,
                    new Scan(
                            ParcelStatus.ON_HOLD,
                            AT,
                            new Incident(Incident.Owner.CUSTOMS, "papers"),
                            "a \"word\"\nin two lines",
                            "Łódź")),
            new Fact.Promised(NUMBERED, new Promise(LocalDate.of(2026, 12, 24), AT)),
            new Fact.OrderPromised("o-1", new Promise(LocalDate.of(2026, 12, 24), AT)),
            new Fact.Refunded(new Refund(
                    "r-1", "o-1", AT, new BigDecimal("10.10"), null, List.of(new Refund.Line("a", 1, null)))),
            new Fact.Born(new Birthday(2, 29, null)),
            new Fact.Said(new Consent("email", Topic.values()[0], Consent.State.PENDING, "checkout", "Yes", null, AT)),
            new Fact.CaseOpened("desk:1", null),
            new Fact.CaseClosed("desk:1", "o-1"));

    @Test
    void everythingThatCanBeToldIsReadAsItWasWritten() {
        Told told = all();

        assertThat(ToldJson.read(ToldJson.write(told), told.body())).isEqualTo(told);
        assertThat(FACTS.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Stream.of(Fact.class.getPermittedSubclasses()).collect(Collectors.toSet()));
    }

    @Test
    void whatWasNotToldIsNotToldAfterwards() {
        Told told = Told.by("shop", "1", "h").as("order.paid", "o-1", AT);

        assertThat(ToldJson.read(ToldJson.write(told), "")).isEqualTo(told);
    }

    @Test
    void theBodyIsNotWrittenTwice() {
        assertThat(ToldJson.write(all())).doesNotContain("the body itself");
    }

    @Test
    void whomItIsAboutStandsInItAsAnErasureLooksForIt() {
        assertThat(ToldJson.write(all()))
                .contains(
                        "\"email\":\"ada@example.org\"",
                        "\"shopId\":\"17\"",
                        "\"subject\":\"berlin/9007199254740993\"",
                        "\"orderId\":\"o-1\"");
    }

    @Test
    void whatALaterVersionWouldAddIsOverlooked() {
        String later = ToldJson.write(all()).replaceFirst("\\{", "{\"mood\":\"sunny\",");

        assertThat(ToldJson.read(later, all().body())).isEqualTo(all());
    }

    @Test
    void textThatIsNoReportIsSaidToBeNoneWithoutQuotingIt() {
        assertThatThrownBy(() -> ToldJson.read("Ada's secret", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("What was told cannot be read");
    }

    private static Told all() {
        return Told.by("shopify:berlin.example", "9007199254740993", "hash")
                .of(new ShopKey("berlin"))
                .body("the body itself, \"quoted\"")
                .order(order())
                .customer(new CustomerFacts("17", "ada@example.org", "+49", "Ада", "Łoś", "de-AT", "Europe/Vienna"))
                .facts(FACTS)
                .silent("test-order")
                .as("order.paid", "berlin/9007199254740993", AT);
    }

    private static Order order() {
        return Order.of("berlin/9007199254740993", "berlin.example")
                .number("#1001")
                .status(OrderStatus.PAID)
                .test(true)
                .email("ada@example.org")
                .locale("de-AT")
                .total(new BigDecimal("19.90"), "EUR")
                .ordersBefore(3)
                .placedAt(AT)
                .paidAt(AT)
                .shipTo(new ShippingAddress("Ada", List.of("Gasse 1"), "Wien", "1010", null, "AT"))
                .gift(true)
                .lines(List.of(
                        new OrderLine("a", "p", "sku", "Tea", null, 2, new BigDecimal("1E+3")),
                        new OrderLine(null, null, null, "Card", "with \u0000 nothing", 1, null).notShipped()))
                .build();
    }
}
