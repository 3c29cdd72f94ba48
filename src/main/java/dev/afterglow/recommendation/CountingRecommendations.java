package dev.afterglow.recommendation;

import dev.afterglow.order.Sales;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Counts anew what goes well with what, shop by shop; between two rounds nothing of it is in memory. */
@Service
public class CountingRecommendations {

    private static final Logger LOG = LoggerFactory.getLogger(CountingRecommendations.class);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int AT_ONCE = 200;

    private final Shops shops;
    private final Sales sales;
    private final Rounds rounds;
    private final Recommendations recommendations;
    private final RecommendationSettings settings;
    private final Clock clock;

    CountingRecommendations(
            Shops shops,
            Sales sales,
            Rounds rounds,
            Recommendations recommendations,
            RecommendationSettings settings,
            Clock clock) {
        this.shops = shops;
        this.sales = sales;
        this.rounds = rounds;
        this.recommendations = recommendations;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts for every shop whose last count is old enough, unless another replica does. */
    public void countWhatIsDue() {
        for (Shop shop : shops.all()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (rounds.begin(shop.key(), now, settings.every(), now.plus(LONGEST))) {
                count(shop.key(), now);
            }
        }
    }

    private void count(ShopKey shop, Instant now) {
        Counting counting = new Counting(new Naming(sales.products(shop), settings), settings.basket());
        sales.each(shop, back(now, settings.lookBack()), settings.purchases(), counting);
        BoughtTogether bought = counting.close();
        keepProducts(shop, counting, bought, now);
        keepPairs(shop, counting, bought, now);
        recommendations.forgetBefore(shop, now);
        Round done = new Round(now, clock.instant(), bought.customers(), bought.purchases(), counting.products());
        rounds.end(shop, done);
        LOG.info(
                "Counted what goes well with what in shop \"{}\": {} customers, {} purchases, {} products",
                shop.name(),
                done.customers(),
                done.purchases(),
                done.products());
    }

    private void keepProducts(ShopKey shop, Counting counting, BoughtTogether bought, Instant now) {
        inLots(
                counting.products(),
                lot -> recommendations.keep(
                        shop,
                        lot.stream()
                                .map(number -> counting.product(number, bought.buyersOf(number)))
                                .toList(),
                        now));
    }

    private void keepPairs(ShopKey shop, Counting counting, BoughtTogether bought, Instant now) {
        var bar = new BoughtTogether.Bar(settings.together(), settings.score(), settings.kept());
        Instant since = back(now, settings.recent());
        inLots(
                counting.products(),
                lot -> recommendations.replace(
                        shop,
                        lot.stream()
                                .map(number -> found(counting, bought, number, bar, since))
                                .toList()));
    }

    private static Found found(
            Counting counting, BoughtTogether bought, int number, BoughtTogether.Bar bar, Instant since) {
        return new Found(
                counting.id(number),
                bought.with(number, bar, other -> counting.soldSince(other, since)).stream()
                        .map(other -> new Found.Other(counting.id(other.product()), other.together(), other.score()))
                        .toList());
    }

    private static void inLots(int all, Consumer<List<Integer>> take) {
        for (int begin = 0; begin < all; begin += AT_ONCE) {
            take.accept(IntStream.range(begin, Math.min(all, begin + AT_ONCE))
                    .boxed()
                    .toList());
        }
    }

    private static Instant back(Instant now, Period by) {
        return now.atOffset(ZoneOffset.UTC).minus(by).toInstant();
    }
}
