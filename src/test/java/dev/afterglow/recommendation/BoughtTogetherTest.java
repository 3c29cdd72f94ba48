package dev.afterglow.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.recommendation.BoughtTogether.Bar;
import dev.afterglow.recommendation.BoughtTogether.Other;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BoughtTogetherTest {

    private static final Bar EVERYTHING = new Bar(1, 0, 1_000);

    private final BoughtTogether bought = new BoughtTogether();

    @Test
    void whatPeopleBoughtTogetherIsFoundWithItsCounts() {
        customers(8, 0, 1);
        customers(2, 0);
        customers(2, 1);
        customers(30, 2);
        bought.close(3);

        assertThat(bought.customers()).isEqualTo(42);
        assertThat(bought.purchases()).isEqualTo(50);
        assertThat(bought.buyersOf(0)).isEqualTo(10);
        assertThat(bought.with(0, EVERYTHING, other -> true)).singleElement().satisfies(other -> {
            assertThat(other.product()).isEqualTo(1);
            assertThat(other.together()).isEqualTo(8);
            assertThat(other.score()).isEqualTo(LogLikelihood.ratio(8, 10, 10, 42));
        });
        assertThat(bought.with(2, EVERYTHING, other -> true)).isEmpty();
    }

    @Test
    void whatEverybodyBuysGoesWellWithNothing() {
        customers(20, 0, 1);
        customers(20, 0, 2);
        bought.close(3);

        assertThat(bought.with(1, EVERYTHING, other -> true)).isEmpty();
    }

    @Test
    void tooFewTooPlainAndUnfitOnesAreLeftOut() {
        customers(4, 0, 1);
        customers(9, 0, 2);
        customers(9, 0, 3);
        customers(200, 4);
        bought.close(5);

        assertThat(products(bought.with(0, new Bar(5, 10.83, 10), other -> true)))
                .containsExactly(2, 3);
        assertThat(products(bought.with(0, new Bar(4, 10.83, 10), other -> true)))
                .containsExactly(2, 3, 1);
        assertThat(products(bought.with(0, new Bar(4, 10.83, 1), other -> true)))
                .containsExactly(2);
        assertThat(products(bought.with(0, new Bar(4, 10_000, 10), other -> true)))
                .isEmpty();
        assertThat(products(bought.with(0, new Bar(4, 10.83, 10), other -> other != 2)))
                .containsExactly(3, 1);
    }

    @Test
    void itFindsWhatCountingEveryPairByHandFinds() {
        Random random = new Random(7);
        List<Set<Integer>> baskets = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Set<Integer> basket = new TreeSet<>();
            for (int j = 0; j <= random.nextInt(8); j++) {
                basket.add((int) Math.min(29, Math.abs(random.nextGaussian()) * 10));
            }
            baskets.add(basket);
            int[] products = basket.stream().mapToInt(Integer::intValue).toArray();
            bought.take(products, products.length);
        }
        bought.close(30);

        for (int product = 0; product < 30; product++) {
            assertThat(bought.with(product, new Bar(3, 1, 5), other -> true)).isEqualTo(byHand(baskets, product));
        }
    }

    private static List<Other> byHand(List<Set<Integer>> baskets, int product) {
        List<Other> others = new ArrayList<>();
        long first = count(baskets, product, product);
        for (int other = 0; other < 30; other++) {
            long together = count(baskets, product, other);
            long second = count(baskets, other, other);
            double score = together == 0 ? 0 : LogLikelihood.ratio(together, first, second, baskets.size());
            boolean more = together * baskets.size() > first * second;
            if (other != product && together >= 3 && more && score >= 1) {
                others.add(new Other(other, score, (int) together));
            }
        }
        return others.stream()
                .sorted(Comparator.comparingDouble(Other::score).reversed().thenComparingInt(Other::product))
                .limit(5)
                .toList();
    }

    private static long count(List<Set<Integer>> baskets, int one, int other) {
        return baskets.stream()
                .filter(basket -> basket.contains(one) && basket.contains(other))
                .count();
    }

    private void customers(int many, int... products) {
        for (int i = 0; i < many; i++) {
            bought.take(products, products.length);
        }
    }

    private static List<Integer> products(List<Other> others) {
        return others.stream().map(Other::product).toList();
    }
}
