package dev.afterglow.recommendation;

import dev.afterglow.order.Sales.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the sales of one shop in the order {@link dev.afterglow.order.Sales} tells them, customer by customer. */
final class Counting implements Consumer<Sale> {

    /** A product while it is counted. */
    private static final class Goods {

        private final String id;
        private @Nullable String sku;
        private String title = "";
        private Instant soldAt = Instant.MIN;

        private Goods(String id) {
            this.id = id;
        }

        private void sold(Sale sale, Instant at) {
            if (at.isAfter(soldAt)) {
                soldAt = at;
                title = sale.title();
                sku = sale.sku();
            }
        }
    }

    private final Naming naming;
    private final BoughtTogether bought = new BoughtTogether();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Goods> goods = new ArrayList<>();
    private final int[] basket;
    private int size;
    private @Nullable String customer;

    /**
     * Begins.
     *
     * @param most how many products of one customer count
     */
    Counting(Naming naming, int most) {
        this.naming = naming;
        this.basket = new int[most];
    }

    @Override
    public void accept(Sale sale) {
        if (!sale.customerId().equals(customer)) {
            endBasket();
            customer = sale.customerId();
        }
        String id = naming.of(sale);
        Instant at = sale.at();
        if (id != null && at != null) {
            int number = numbers.computeIfAbsent(id, this::number);
            goods.get(number).sold(sale, at);
            // why: what went back was not liked; but it was sold.
            if (!sale.returned()) {
                put(number);
            }
        }
    }

    private int number(String id) {
        goods.add(new Goods(id));
        return goods.size() - 1;
    }

    private void put(int number) {
        for (int i = 0; i < size; i++) {
            if (basket[i] == number) {
                return;
            }
        }
        if (size < basket.length) {
            basket[size++] = number;
        }
    }

    private void endBasket() {
        if (size > 0) {
            bought.take(basket, size);
            size = 0;
        }
    }

    /** All sales are taken. */
    BoughtTogether close() {
        endBasket();
        bought.close(goods.size());
        return bought;
    }

    int products() {
        return goods.size();
    }

    String id(int number) {
        return goods.get(number).id;
    }

    boolean soldSince(int number, Instant since) {
        return !goods.get(number).soldAt.isBefore(since);
    }

    /** The product with this number, bought by so many. */
    Product product(int number, int buyers) {
        Goods one = goods.get(number);
        return new Product(one.id, one.sku, one.title, buyers, one.soldAt);
    }
}
