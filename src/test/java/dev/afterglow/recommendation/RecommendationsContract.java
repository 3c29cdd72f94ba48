package dev.afterglow.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomerRoom;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.Offering;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderRoom;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Sales;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.Instants;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class RecommendationsContract {

    private static final Duration DAY = Duration.ofDays(1);

    private final MovableClock clock = new MovableClock();
    private final Shops shops = SomeShops.withBlue(SomeShops.one());
    private Database database;
    private Orders orders;
    private Recommendations recommendations;
    private Rounds rounds;
    private CountingRecommendations counting;
    private Recommending recommending;
    private int people;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        orders = OrderRoom.orders(fresh, clock);
        Sales sales = OrderRoom.sales(fresh);
        recommendations = fresh.transactional(new Recommendations(fresh.client(), fresh.template()));
        rounds = fresh.transactional(new Rounds(fresh.client()));
        RecommendationSettings settings = new RecommendationSettings(
                DAY, Period.ofYears(2), Period.ofDays(90), 3, 3.84, 10, 3, 100, 100_000, Set.of("post"));
        counting = new CountingRecommendations(shops, sales, rounds, recommendations, settings, clock);
        recommending = new Recommending(orders, sales, recommendations, shops, settings, clock);
    }

    @Test
    void whatPeopleBoughtTogetherIsRecommendedWithTheReason() {
        peopleBought(6, "machine", "jug");
        peopleBought(2, "machine");
        peopleBought(9, "lamp");
        String ada = somebody("");
        bought(ada, "ada-1", line("machine"));

        counting.countWhatIsDue();

        assertThat(recommending.to(ada, "ada-1")).singleElement().satisfies(pair -> {
            assertThat(pair.other().title()).isEqualTo("The jug");
            assertThat(pair.other().buyers()).isEqualTo(6);
            assertThat(pair.product().title()).isEqualTo("The machine");
            assertThat(pair.together()).isEqualTo(6);
            assertThat(pair.score()).isEqualTo(LogLikelihood.ratio(6, 9, 6, 18));
        });
        assertThat(recommending.to(ada, null)).hasSize(1);
        assertThat(recommending.to(null, null)).isEmpty();
        assertThat(recommending.to(null, "unknown")).isEmpty();
        assertThat(rounds.of(ShopKey.MAIN)).hasValueSatisfying(round -> {
            assertThat(round.customers()).isEqualTo(18);
            assertThat(round.purchases()).isEqualTo(24);
            assertThat(round.products()).isEqualTo(3);
        });
    }

    @Test
    void nothingIsRecommendedWhileItIsNotSure() {
        peopleBought(2, "machine", "jug");
        peopleBought(5, "lamp", "rug");
        peopleBought(9, "chair");
        String ada = somebody("");
        bought(ada, "ada-1", line("machine"), line("lamp"));
        counting.countWhatIsDue();

        assertThat(recommending.to(ada, "ada-1"))
                .extracting(pair -> pair.other().id())
                .containsExactly("rug");
        String bob = somebody("");
        bought(bob, "bob-1", line("machine"));
        assertThat(recommending.to(bob, "bob-1")).isEmpty();
    }

    @Test
    void whatSomebodyOwnsOrSentBackIsNeverRecommended() {
        peopleBought(6, "machine", "jug", "beans");
        peopleBought(9, "lamp");
        String ada = somebody("");
        bought(ada, "ada-1", line("machine"));
        bought(ada, "ada-0", line("jug"));
        bought(ada, "ada-2", line("beans"));
        orders.returned("ada-2", List.of(), clock.instant());
        counting.countWhatIsDue();

        assertThat(recommending.to(ada, "ada-1")).isEmpty();
        orders.returned("ada-1", List.of(), clock.instant());
        String bob = somebody("");
        bought(bob, "bob-1", line("machine"));
        orders.returned("bob-1", List.of("machine"), clock.instant());
        assertThat(recommending.to(bob, "bob-1")).isEmpty();
    }

    @Test
    void whatWasNotSoldLatelyOrIsNoProductIsNeverRecommended() {
        peopleBought(6, "machine", "jug", "POST");
        peopleBought(9, "lamp");
        clock.advance(Duration.ofDays(80));
        String ada = somebody("");
        bought(ada, "ada-1", line("machine"));
        counting.countWhatIsDue();
        assertThat(recommending.to(ada, "ada-1"))
                .extracting(pair -> pair.other().id())
                .containsExactly("jug");

        clock.advance(Duration.ofDays(20));
        assertThat(recommending.to(ada, "ada-1")).isEmpty();
        counting.countWhatIsDue();
        assertThat(recommendations.with(ShopKey.MAIN, List.of("machine"), Instant.EPOCH))
                .isEmpty();
        assertThat(recommendations.product(ShopKey.MAIN, "machine")).isPresent();
        assertThat(recommendations.product(ShopKey.MAIN, "POST")).isEmpty();

        clock.advance(Duration.ofDays(800));
        counting.countWhatIsDue();
        assertThat(recommendations.products(ShopKey.MAIN, "", 10)).isEmpty();
    }

    @Test
    void anImportThatKnowsStockCodesAloneMeansTheSameProducts() {
        for (int i = 0; i < 6; i++) {
            String person = somebody("");
            bought(person, "import-" + i, code("M-RED"), code("J-1"));
        }
        peopleBought(9, "lamp");
        String ada = somebody("");
        bought(ada, "ada-1", product("machine", "M-RED"));
        String bob = somebody("");
        bought(bob, "bob-1", product("machine", "M-BLUE"), product("jug", "J-1"));
        counting.countWhatIsDue();

        assertThat(recommending.to(ada, "ada-1"))
                .extracting(pair -> pair.other().id())
                .containsExactly("jug");
        assertThat(recommending.to(bob, "bob-1")).isEmpty();
        assertThat(recommending.to("p-1", "import-0")).isEmpty();
        assertThat(recommendations.products(ShopKey.MAIN, "MACH", 10))
                .singleElement()
                .satisfies(one -> assertThat(one.buyers()).isEqualTo(8));
    }

    @Test
    void testsCancelledOrdersErasedPeopleAndOtherShopsDoNotCount() {
        for (int i = 0; i < 4; i++) {
            keep(order(somebody(""), "t-" + i, line("machine"), line("jug"))
                    .but()
                    .test(true)
                    .build());
            keep(order(somebody(""), "c-" + i, line("machine"), line("jug"))
                    .but()
                    .status(OrderStatus.CANCELLED)
                    .build());
            String erased = somebody("");
            bought(erased, "e-" + i, line("machine"), line("jug"));
            orders.markErased(List.of(erased));
            bought(somebody("blue"), "blue/" + i, line("machine"), line("jug"));
            bought(somebody("blue"), "blue/l" + i, line("lamp"));
        }
        peopleBought(4, "machine");
        counting.countWhatIsDue();

        assertThat(recommendations.with(ShopKey.MAIN, List.of("machine"), Instant.EPOCH))
                .isEmpty();
        assertThat(recommendations.products(ShopKey.MAIN, "", 10))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo("machine");
                    assertThat(one.buyers()).isEqualTo(4);
                });
        assertThat(recommendations.with(SomeShops.BLUE, List.of("machine"), Instant.EPOCH))
                .hasSize(1);
        String ada = somebody("");
        bought(ada, "ada-1", line("machine"));
        assertThat(recommending.to(ada, "ada-1")).isEmpty();
        String blue = somebody("blue");
        bought(blue, "blue/mine", line("machine"));
        assertThat(recommending.to(blue, "blue/mine")).hasSize(1);
        assertThat(recommending.to(blue, null)).hasSize(1);
    }

    @Test
    void aServiceMessageShowsThemOnlyToWhoSaidYesToOffers() {
        peopleBought(6, "machine", "jug");
        peopleBought(9, "lamp");
        String ada = somebody("");
        bought(ada, "ada-1", line("machine"));
        counting.countWhatIsDue();
        Consents consents = new CustomerRoom(database, clock).consents();
        RecommendationWords words = new RecommendationWords(recommending, consents, shops);

        assertThat(words.values(about(ada, false))).isEqualTo(Map.of("any", false, "products", List.of()));
        assertThat(words.values(about(ada, true)))
                .isEqualTo(Map.of(
                        "any",
                        true,
                        "products",
                        List.of(Map.of("title", "The jug", "link", "", "because", "The machine", "together", 6))));
        consents.record(ada, said(Topic.CARE, Consent.State.GIVEN));
        assertThat(words.values(about(ada, false))).containsEntry("any", false);
        consents.record(ada, said(Topic.OFFERS, Consent.State.GIVEN));
        assertThat(words.values(about(ada, false))).containsEntry("any", true);
        clock.advance(Duration.ofSeconds(1));
        consents.record(ada, said(Topic.OFFERS, Consent.State.WITHDRAWN));
        assertThat(words.values(about(ada, false))).containsEntry("any", false);
    }

    private Offering.About about(String customer, boolean marketing) {
        return new Offering.About("m-1", "J", "ada-1", "S", "ada-1", customer, marketing, Locale.ENGLISH);
    }

    private Consent said(Topic topic, Consent.State state) {
        return new Consent("email", topic, state, "test", null, null, clock.instant());
    }

    @Test
    void itIsCountedOnceADayByOneOfAllAndTakenOverFromWhoDied() {
        Instant now = clock.instant();
        peopleBought(3, "machine");
        counting.countWhatIsDue();
        assertThat(rounds.begin(ShopKey.MAIN, now.plusSeconds(60), DAY, now.plusSeconds(120)))
                .isFalse();

        Instant tomorrow = clock.instant().plus(DAY).plusSeconds(1);
        assertThat(rounds.begin(ShopKey.MAIN, tomorrow, DAY, tomorrow.plusSeconds(60)))
                .isTrue();
        assertThat(rounds.begin(ShopKey.MAIN, tomorrow.plusSeconds(30), DAY, tomorrow.plusSeconds(90)))
                .isFalse();
        assertThat(rounds.begin(ShopKey.MAIN, tomorrow.plusSeconds(61), DAY, tomorrow.plusSeconds(120)))
                .isTrue();
        rounds.end(ShopKey.MAIN, new Round(tomorrow, tomorrow.plusSeconds(62), 9, 9, 9));
        assertThat(rounds.of(ShopKey.MAIN).orElseThrow().customers()).isEqualTo(3);
    }

    @Test
    void aShopThatSoldNothingYetIsLookedAtAgainSoon() {
        counting.countWhatIsDue();
        peopleBought(3, "machine");
        clock.advance(Duration.ofMinutes(10));
        counting.countWhatIsDue();

        assertThat(recommendations.product(ShopKey.MAIN, "machine")).isPresent();
        assertThat(recommendations.products(ShopKey.MAIN, "%", 10)).isEmpty();
    }

    private void peopleBought(int many, String... products) {
        for (int i = 0; i < many; i++) {
            String person = somebody("");
            bought(
                    person,
                    "order-" + person,
                    Stream.of(products).map(RecommendationsContract::line).toArray(OrderLine[]::new));
        }
    }

    private String somebody(String shop) {
        String id = "p-" + ++people;
        var now = Instants.param(clock.instant());
        database.client()
                .sql("insert into customers (id, shop, created_at, updated_at) values (?, ?, ?, ?)")
                .params(id, shop, now, now)
                .update();
        return id;
    }

    private void bought(String customer, String id, OrderLine... lines) {
        keep(order(customer, id, lines));
    }

    private void keep(Order order) {
        orders.keep(order);
    }

    private Order order(String customer, String id, OrderLine... lines) {
        return Order.of(id, "shop")
                .customerId(customer)
                .status(OrderStatus.PAID)
                .total(BigDecimal.TEN, "EUR")
                .placedAt(clock.instant())
                .paidAt(clock.instant())
                .lines(List.of(lines))
                .build();
    }

    private static OrderLine line(String product) {
        return product(product, null);
    }

    private static OrderLine code(String sku) {
        return new OrderLine(sku, null, sku, "Code " + sku, null, 1, BigDecimal.TEN);
    }

    private static OrderLine product(String id, @Nullable String sku) {
        return new OrderLine(id, id, sku, "The " + id, null, 1, BigDecimal.TEN);
    }
}
