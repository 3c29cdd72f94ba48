package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.afterglow.AppTest;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Customer;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.customer.Topic;
import dev.afterglow.intake.Intake;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.Told;
import dev.afterglow.messaging.Message.Status;
import dev.afterglow.messaging.ProviderEvent.Kind;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import dev.afterglow.privacy.Erasing;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.SomeShops;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.RestClient;

/** The whole app with two shops: the same person orders under the same number at both. */
class TwoShopsTest extends AppTest {

    private static final ShopKey MAIN = ShopKey.MAIN;
    private static final ShopKey BLUE = SomeShops.BLUE;

    private final String number = "17-" + UUID.randomUUID();
    private final String ada = UUID.randomUUID() + "@example.com";
    private final String phone =
            "+49151" + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 90_000_000L) + 10_000_000;

    @Autowired
    private Intake intake;

    @Autowired
    private Orders orders;

    @Autowired
    private Customers customers;

    @Autowired
    private Consents consents;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private Messages messages;

    @Autowired
    private TakingProviderEvents reports;

    @Autowired
    private HearingFromCustomers hearing;

    @Autowired
    private Erasing erasing;

    private Customer atMain;
    private Customer atBlue;

    @BeforeEach
    void theSamePersonAtBoth() {
        paid(MAIN, number);
        paid(BLUE, number);
        atMain = buyerOf(number);
        atBlue = buyerOf(BLUE.own(number));
    }

    @Test
    void areTwoOrdersAndTwoCustomers() {
        assertThat(atMain.id()).isNotEqualTo(atBlue.id());
        assertThat(atMain.shop()).isEqualTo(MAIN);
        assertThat(atBlue.shop()).isEqualTo(BLUE);
        assertThat(customers.at("email", ada)).containsExactlyInAnyOrder(atMain.id(), atBlue.id());
        assertThat(customers.at(BLUE, "email", ada)).containsExactly(atBlue.id());
        assertThat(api("/api/orders/" + BLUE.own(number))).contains(atBlue.id()).doesNotContain(atMain.id());
        assertThat(api("/api/orders/" + number)).contains(atMain.id()).doesNotContain(atBlue.id());
    }

    @Test
    void eachShopThanksInItsOwnNameAndLanguageForItsOwnNumber() {
        Message fromMain = sent(number);
        Message fromBlue = sent(BLUE.own(number));

        assertThat(fromMain.locale()).isEqualTo("en");
        assertThat(text(fromMain)).contains("Beans & Co", number).doesNotContain("Blue", BLUE.own(number));
        assertThat(fromBlue.locale()).isEqualTo("de");
        assertThat(text(fromBlue)).contains("Blue", number).doesNotContain("Beans & Co", BLUE.own(number));
    }

    @Test
    void whoWithdrawsConsentAtOneStillHearsFromTheOther() {
        say(atMain, Consent.State.GIVEN);
        say(atBlue, Consent.State.GIVEN);
        say(atMain, Consent.State.WITHDRAWN);

        assertThat(offers(atMain)).isEqualTo(Consent.State.WITHDRAWN);
        assertThat(offers(atBlue)).isEqualTo(Consent.State.GIVEN);
    }

    @Test
    void aComplaintAboutAMessageIsAboutTheShopThatSentIt() {
        report(Kind.COMPLAINED, sent(BLUE.own(number)));

        assertThat(suppression(BLUE)).isEqualTo(Suppression.COMPLAINT);
        assertThat(suppression(MAIN)).isEqualTo("none");
        assertThat(consents.current(atBlue.id())).isNotEmpty();
        assertThat(consents.current(atMain.id())).isEmpty();
    }

    @Test
    void aComplaintAboutNobodyKnowsWhatIsAboutAllShops() {
        reports.take(List.of(ProviderEvent.of("test", id(), Kind.COMPLAINED, "email", clock().instant())
                .to(ada)));

        assertThat(suppression(BLUE)).isEqualTo(Suppression.COMPLAINT);
        assertThat(suppression(MAIN)).isEqualTo(Suppression.COMPLAINT);
    }

    @Test
    void anAddressThatDoesNotExistExistsForNoShop() {
        Message message = sent(number);
        reports.take(List.of(ProviderEvent.of("test", id(), Kind.BOUNCED, "email", clock().instant())
                .to(ada)
                .about(message.id(), null)
                .forGood(ProviderEvent.Reason.INVALID, null)));

        assertThat(suppression(MAIN)).isEqualTo(Suppression.HARD_BOUNCE);
        assertThat(suppression(BLUE)).isEqualTo(Suppression.HARD_BOUNCE);
    }

    @Test
    void aStopThatAnswersNoMessageStopsAllShopsAndNamesThem() {
        var answer = hearing.hear(new Inbound("test", id(), "sms", phone, "STOP", null, clock().instant()));

        assertThat(answer).hasValueSatisfying(text -> assertThat(text).contains("Beans & Co, Blue"));
        assertThat(consents.current(atMain.id())).isNotEmpty();
        assertThat(consents.current(atBlue.id())).isNotEmpty();
    }

    @Test
    void whoIsErasedAtOneIsStillTheOthersCustomer() {
        sent(number);
        sent(BLUE.own(number));

        erasing.erase(atMain.id(), "test");

        assertThat(customers.isErased(atMain.id())).isTrue();
        assertThat(customers.find(atBlue.id())).contains(atBlue);
        assertThat(suppression(MAIN)).isEqualTo(Suppression.ERASED);
        assertThat(suppression(BLUE)).isEqualTo("none");
        assertThat(orders.find(BLUE.own(number)).orElseThrow().email()).isEqualTo(ada);
        assertThat(orders.find(number).orElseThrow().email()).isNull();
    }

    @Test
    void afterAnErasureAtOneTheOtherStillKnowsWhoOrders() {
        erasing.erase(atMain.id(), "test");

        tell(MAIN, number, "order.updated");
        paid(BLUE, number + "-later");

        assertThat(customers.at(MAIN, "email", ada)).isEmpty();
        assertThat(buyerOf(BLUE.own(number + "-later")).id()).isEqualTo(atBlue.id());
    }

    @Test
    void aShopThatIsNotConfiguredIsRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> paid(new ShopKey("green"), number))
                .satisfies(refusal -> assertThat(refusal.getBody().getDetail()).contains("green"));
        assertThat(orders.find("green/" + number)).isEmpty();
    }

    private void paid(ShopKey shop, String order) {
        tell(shop, order, "order.paid");
    }

    private void tell(ShopKey shop, String order, String type) {
        intake.take(List.of(Told.by("test:" + shop.name(), id(), id())
                .of(shop)
                .body("{}")
                .order(Order.of(order, "shop.example")
                        .status(OrderStatus.PAID)
                        .email(ada)
                        .placedAt(clock().instant())
                        .paidAt(clock().instant())
                        .build())
                .customer(new CustomerFacts("207119551" + number, ada, phone, "Ada", null, null, null))
                .as(type, order, clock().instant())));
    }

    private Customer buyerOf(String order) {
        return orders.find(order)
                .map(Order::customerId)
                .flatMap(customers::find)
                .orElseThrow();
    }

    private Message sent(String order) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> messages.ofOrder(order).stream().anyMatch(any -> any.status() == Status.ACCEPTED));
        return messages.ofOrder(order).getFirst();
    }

    private String text(Message message) {
        return message.subject() + messages.plain(message.id()).orElseThrow();
    }

    private void report(Kind kind, Message about) {
        reports.take(List.of(ProviderEvent.of("test", id(), kind, "email", clock().instant())
                .to(ada)
                .about(about.id(), null)));
    }

    private void say(Customer customer, Consent.State state) {
        clock().advance(Duration.ofSeconds(1));
        consents.record(
                customer.id(), new Consent("email", Topic.OFFERS, state, "test", null, null, clock().instant()));
    }

    private Consent.State offers(Customer customer) {
        return consents.current(customer.id(), "email", Topic.OFFERS)
                .orElseThrow()
                .state();
    }

    private String suppression(ShopKey shop) {
        return suppressions.find(shop, "email", ada).map(Suppression::reason).orElse("none");
    }

    private String api(String path) {
        return RestClient.create(url(path))
                .get()
                .header("Authorization", "Bearer " + API_KEY)
                .retrieve()
                .body(String.class);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
