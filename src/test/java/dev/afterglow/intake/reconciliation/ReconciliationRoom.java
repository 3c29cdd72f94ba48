package dev.afterglow.intake.reconciliation;

import dev.afterglow.MovableClock;
import dev.afterglow.intake.Intake;
import dev.afterglow.intake.IntakeRoom;
import dev.afterglow.intake.shopify.ShopifyRoom;
import dev.afterglow.intake.woocommerce.WoocommerceRoom;
import dev.afterglow.journey.JourneyRoom;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The room as the app furnishes it, on a test's database. */
final class ReconciliationRoom {

    static final Duration EVERY = Duration.ofMinutes(15);

    final PulledShops shops;
    final Pulls pulls;
    final Pulling pulling;
    final ReconciliationHealth health;
    final Intake intake;

    /** As after a start of the app, with these accounts. */
    ReconciliationRoom(Database database, MovableClock clock, Map<String, Account> accounts) {
        intake = IntakeRoom.intake(database, clock, SomeShops.withBlue(SomeShops.one()));
        shops = new PulledShops(
                new ReconciliationSettings(accounts), ShopifyRoom.pulled(database, clock), WoocommerceRoom.pulled());
        pulls = database.transactional(new Pulls(database.client(), clock));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        TellingOrders telling = new TellingOrders(new News(JourneyRoom.events(database, clock)), intake, meters, clock);
        pulling = new Pulling(shops, pulls, new AskingShops(clock, Duration.ofSeconds(5)), telling, meters, clock);
        health = new ReconciliationHealth(shops, pulls);
        pulling.begin();
    }

    static Account shopify(String url, String token, String domain) {
        return new Account(
                Account.Kind.SHOPIFY,
                URI.create(url),
                token,
                domain,
                "2026-01",
                null,
                null,
                null,
                EVERY,
                Duration.ofHours(2));
    }

    static Account woocommerce(String url, String webhooks) {
        return new Account(
                Account.Kind.WOOCOMMERCE,
                URI.create(url),
                null,
                null,
                "2026-01",
                AskedShop.KEY,
                AskedShop.SECRET,
                webhooks,
                EVERY,
                Duration.ofHours(2));
    }

    /** Pulls all that is due. */
    void run() {
        while (pulling.turn()) {
            Thread.onSpinWait();
        }
    }

    /** How far an account is. */
    Pull of(String account) {
        return pulls.of(List.of(account)).getFirst();
    }
}
