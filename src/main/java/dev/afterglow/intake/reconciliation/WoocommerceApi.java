package dev.afterglow.intake.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Told;
import dev.afterglow.intake.woocommerce.PulledFromWoocommerce;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a WooCommerce shop. Source: WooCommerce REST API, "List all orders"
 * (https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-orders).
 */
final class WoocommerceApi implements ShopApi {

    private static final int PER_PAGE = 100;
    private static final DateTimeFormatter GMT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Account account;
    private final PulledFromWoocommerce reading;

    WoocommerceApi(Account account, PulledFromWoocommerce reading) {
        this.account = account;
        this.reading = reading;
    }

    @Override
    public HttpRequest question(Window window, @Nullable String page) {
        String path = "/wp-json/wc/v3/orders?modified_after=%s&modified_before=%s&dates_are_gmt=true"
                .formatted(GMT.format(window.from()), GMT.format(window.until()));
        String key = String.valueOf(account.consumerKey()).strip() + ":"
                + String.valueOf(account.consumerSecret()).strip();
        return HttpRequest.newBuilder(account.address(
                        path + "&orderby=modified&order=asc&per_page=%d&page=%d".formatted(PER_PAGE, number(page))))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
                .header("Accept", "application/json")
                .build();
    }

    @Override
    public Page page(Answer answer, @Nullable String page) {
        List<JsonNode> orders = Answer.list(answer.json());
        boolean isLast = answer.headers()
                .firstValue("X-WP-TotalPages")
                .filter(total -> total.matches("\\d{1,9}"))
                .map(total -> number(page) >= Integer.parseInt(total))
                .orElse(orders.size() < PER_PAGE);
        return new Page(orders, isLast ? null : String.valueOf(number(page) + 1), Duration.ZERO);
    }

    @Override
    public List<Told> told(JsonNode order, Instant now) {
        return reading.told(account.webhooks(), order, now);
    }

    private static int number(@Nullable String page) {
        return page == null ? 1 : Integer.parseInt(page);
    }
}
