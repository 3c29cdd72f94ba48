package dev.afterglow.intake.shopify;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Told;
import dev.afterglow.order.OrderRoom;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.Database;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the app makes of Shopify's orders, on a test's database. {@code blue.myshopify.com} is the shop Blue. */
public final class ShopifyRoom {

    private static final String BLUE = "blue.myshopify.com";
    private static final ShopifySettings SETTINGS = new ShopifySettings(
            null,
            List.of(),
            Map.of("blue", new ShopifySettings.Account(BLUE, List.of("secret"), SomeShops.BLUE.name())));

    private ShopifyRoom() {}

    public static PulledFromShopify pulled(Database database, MovableClock clock) {
        return new PulledFromShopify(SETTINGS, desk(database, clock));
    }

    /** What is understood of a webhook. */
    public static Told webhook(Database database, MovableClock clock, String domain, String topic, String body) {
        ShopifyReport report = new ShopifyReport(
                SETTINGS.shop(domain),
                topic,
                Json.read(body.getBytes(StandardCharsets.UTF_8)),
                body,
                Optional.of("event of " + topic),
                clock.instant());
        return desk(database, clock).told(report).orElseThrow();
    }

    private static ShopifyDesk desk(Database database, MovableClock clock) {
        return new ShopifyDesk(
                new ShopifyReading(ConsentSettings.NONE),
                new ShopifyDeparture(new DepartedShops(database.client())),
                OrderRoom.orders(database, clock));
    }
}
