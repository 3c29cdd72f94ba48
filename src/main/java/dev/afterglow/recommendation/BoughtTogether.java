package dev.afterglow.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Who bought what, customer by customer, and what was bought together. Products are numbers from 0 on; a purchase takes eight
 * bytes, a product eight more. Take all customers first, then ask.
 */
final class BoughtTogether {

    /**
     * Another product that customers of one bought too.
     *
     * @param together how many bought both
     */
    record Other(int product, double score, int together) {}

    /** What a pair must be to count. */
    record Bar(int together, double score, int most) {}

    private static final Comparator<Other> BEST_FIRST =
            Comparator.comparingDouble(Other::score).reversed().thenComparingInt(Other::product);

    private int[] bought = new int[1_024];
    private int[] ends = new int[256];
    private int customers;
    private int purchases;

    // Who bought each product, one product after the other.
    private int[] buyers = {};
    private int[] buyerEnds = {};
    private int[] counts = {};

    /** Takes one customer's products, each once. */
    void take(int[] products, int size) {
        if (purchases + size > bought.length) {
            bought = Arrays.copyOf(bought, Math.max(purchases + size, bought.length * 2));
        }
        if (customers == ends.length) {
            ends = Arrays.copyOf(ends, customers * 2);
        }
        System.arraycopy(products, 0, bought, purchases, size);
        purchases += size;
        ends[customers++] = purchases;
    }

    /** All customers are taken; so many products there are. */
    void close(int products) {
        buyerEnds = new int[products];
        counts = new int[products];
        buyers = new int[purchases];
        for (int i = 0; i < purchases; i++) {
            buyerEnds[bought[i]]++;
        }
        Arrays.parallelPrefix(buyerEnds, Integer::sum);
        int[] next = new int[products];
        System.arraycopy(buyerEnds, 0, next, Math.min(1, products), Math.max(0, products - 1));
        for (int customer = 0; customer < customers; customer++) {
            for (int i = begin(ends, customer); i < ends[customer]; i++) {
                buyers[next[bought[i]]++] = customer;
            }
        }
    }

    int customers() {
        return customers;
    }

    int purchases() {
        return purchases;
    }

    /** How many bought it. */
    int buyersOf(int product) {
        return buyerEnds[product] - begin(buyerEnds, product);
    }

    /**
     * What goes well with a product, best first.
     *
     * @param fits which others may be named
     */
    List<Other> with(int product, Bar bar, IntPredicate fits) {
        int[] met = new int[16];
        int size = 0;
        for (int b = begin(buyerEnds, product); b < buyerEnds[product]; b++) {
            int customer = buyers[b];
            for (int i = begin(ends, customer); i < ends[customer]; i++) {
                if (counts[bought[i]]++ == 0) {
                    met = size == met.length ? Arrays.copyOf(met, size * 2) : met;
                    met[size++] = bought[i];
                }
            }
        }
        List<Other> others = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int other = met[i];
            int together = counts[other];
            counts[other] = 0;
            if (other != product && together >= bar.together() && fits.test(other)) {
                consider(product, other, together, bar, others);
            }
        }
        others.sort(BEST_FIRST);
        return List.copyOf(others.subList(0, Math.min(bar.most(), others.size())));
    }

    private void consider(int product, int other, int together, Bar bar, List<Other> others) {
        int first = buyersOf(product);
        int second = buyersOf(other);
        // why: the ratio is as high for two products that drive each other away.
        if (LogLikelihood.attracts(together, first, second, customers)) {
            double score = LogLikelihood.ratio(together, first, second, customers);
            if (score >= bar.score()) {
                others.add(new Other(other, score, together));
            }
        }
    }

    private static int begin(int[] ends, int of) {
        return of == 0 ? 0 : ends[of - 1];
    }
}
