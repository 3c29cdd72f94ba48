package dev.afterglow.recommendation;

import dev.afterglow.order.Sales.Sale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a product is called in one shop, whoever tells of it: by the shop's id of the product, so that sizes and colours are one
 * thing, or by its stock code where nobody told the id.
 */
final class Naming {

    private final Map<String, String> productsBySku;
    private final RecommendationSettings settings;

    Naming(Map<String, String> productsBySku, RecommendationSettings settings) {
        this.productsBySku = productsBySku;
        this.settings = settings;
    }

    /** The product of a line; null when it has no name, or is none. */
    @Nullable
    String of(Sale sale) {
        return of(sale.productId(), sale.sku());
    }

    /** The product with this id or stock code. */
    @Nullable
    String of(@Nullable String productId, @Nullable String sku) {
        String product = productId != null || sku == null ? productId : productsBySku.getOrDefault(sku, sku);
        return settings.leavesOut(product) || settings.leavesOut(sku) ? null : product;
    }
}
