package dev.afterglow.intake.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Told;
import dev.afterglow.intake.shopify.PulledFromShopify;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Shopify shop. Source: Shopify, "Retrieve a list of orders", "Make paginated requests" and "Rate limits" of the
 * REST Admin API (https://shopify.dev/docs/api/admin-rest/usage/pagination).
 */
final class ShopifyApi implements ShopApi {

    private static final int PER_PAGE = 100;
    private static final Pattern NEXT =
            Pattern.compile("<[^>]*[?&]page_info=([A-Za-z0-9_%=.~-]{1,1500})[^>]*>\\s*;\\s*rel=\"?next\"?");
    private static final Pattern CALLS = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    // why: Shopify lets a bucket of 40 calls run empty in 20 seconds, and larger ones too.
    private static final int SECONDS_TO_EMPTY = 20;

    private final Account account;
    private final PulledFromShopify reading;

    ShopifyApi(Account account, PulledFromShopify reading) {
        this.account = account;
        this.reading = reading;
    }

    @Override
    public HttpRequest question(Window window, @Nullable String page) {
        // why: with a page nothing else may be asked; it stands for the whole question.
        String which = page == null
                ? "&status=any&updated_at_min=%s&updated_at_max=%s".formatted(window.from(), window.until())
                : "&page_info=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(account.address(
                        "/admin/api/%s/orders.json?limit=%d%s".formatted(account.apiVersion(), PER_PAGE, which)))
                .header(
                        "X-Shopify-Access-Token",
                        String.valueOf(account.accessToken()).strip())
                .header("Accept", "application/json")
                .build();
    }

    @Override
    public Page page(Answer answer, @Nullable String page) {
        return new Page(Answer.list(answer.json().path("orders")), next(answer.headers()), pause(answer.headers()));
    }

    @Override
    public List<Told> told(JsonNode order, Instant now) {
        return reading.told(account.shopifyDomain(), order, now);
    }

    // why: only the page is taken from the link, so that the token never goes anywhere else.
    private static @Nullable String next(HttpHeaders headers) {
        return headers.allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    /** Until the bucket is half empty, when it is nearly full: others draw from it too. */
    private static Duration pause(HttpHeaders headers) {
        Matcher calls = CALLS.matcher(
                headers.firstValue("X-Shopify-Shop-Api-Call-Limit").orElse("").strip());
        if (!calls.matches()) {
            return Duration.ZERO;
        }
        long used = Long.parseLong(calls.group(1));
        long size = Math.max(1, Long.parseLong(calls.group(2)));
        return used * 5 < size * 4
                ? Duration.ZERO
                : Duration.ofSeconds(Math.ceilDiv((2 * used - size) * SECONDS_TO_EMPTY, 2 * size));
    }
}
