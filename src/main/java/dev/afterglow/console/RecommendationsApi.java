package dev.afterglow.console;

import dev.afterglow.recommendation.Pair;
import dev.afterglow.recommendation.Round;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What goes well with what, for the shop's own pages. */
@RestController
class RecommendationsApi {

    private final WhatGoesWell goesWell;

    RecommendationsApi(WhatGoesWell goesWell) {
        this.goesWell = goesWell;
    }

    /** Null where it was never counted. */
    record Answer(@Nullable Instant countedAt, int customers, List<OneProduct> products) {}

    /** One product with what goes well with it, best first. */
    record OneProduct(
            String product,
            @Nullable String sku,
            String title,
            int buyers,
            Instant soldAt,
            List<OneOther> goesWellWith) {}

    /** So many people bought both; the score is a log-likelihood ratio. */
    record OneOther(String product, @Nullable String sku, String title, int buyers, int together, double score) {}

    @GetMapping("/api/recommendations")
    Answer list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String shop) {
        var key = goesWell.shop(shop);
        var round = goesWell.counted(key);
        return new Answer(
                round.map(Round::endedAt).orElse(null),
                round.map(Round::customers).orElse(0),
                goesWell.of(key, q).stream().map(RecommendationsApi::product).toList());
    }

    private static OneProduct product(WhatGoesWell.Entry entry) {
        var product = entry.product();
        return new OneProduct(
                product.id(),
                product.sku(),
                product.title(),
                product.buyers(),
                product.soldAt(),
                entry.others().stream().map(RecommendationsApi::other).toList());
    }

    private static OneOther other(Pair pair) {
        var other = pair.other();
        return new OneOther(other.id(), other.sku(), other.title(), other.buyers(), pair.together(), pair.score());
    }
}
