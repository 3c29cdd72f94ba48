package dev.afterglow.console;

import dev.afterglow.recommendation.Pair;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is recommended with which product, and why. */
@StaffPage
class RecommendationsPage {

    private final WhatGoesWell goesWell;

    RecommendationsPage(WhatGoesWell goesWell) {
        this.goesWell = goesWell;
    }

    /** A product of the page. */
    record OneProduct(String title, String id, int buyers, Instant soldAt, List<OneOther> others) {}

    /**
     * What goes well with it.
     *
     * @param why in words
     * @param score how surprising that is
     */
    record OneOther(String title, String id, String why, String score, Instant soldAt) {}

    @GetMapping("/recommendations")
    String show(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String shop, Model model) {
        var key = goesWell.shop(shop);
        model.addAttribute("q", q.strip());
        model.addAttribute("shop", shop);
        model.addAttribute("round", goesWell.counted(key).orElse(null));
        model.addAttribute(
                "products",
                goesWell.of(key, q).stream().map(RecommendationsPage::product).toList());
        return "recommendations";
    }

    private static OneProduct product(WhatGoesWell.Entry entry) {
        var product = entry.product();
        return new OneProduct(
                product.title(),
                product.id(),
                product.buyers(),
                product.soldAt(),
                entry.others().stream().map(RecommendationsPage::other).toList());
    }

    private static OneOther other(Pair pair) {
        return new OneOther(
                pair.other().title(),
                pair.other().id(),
                "%d of the %d people who bought this bought that too"
                        .formatted(pair.together(), pair.product().buyers()),
                String.format(Locale.ENGLISH, "%.1f", pair.score()),
                pair.other().soldAt());
    }
}
