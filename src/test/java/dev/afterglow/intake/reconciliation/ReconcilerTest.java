package dev.afterglow.intake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.H2Extension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(H2Extension.class)
class ReconcilerTest {

    private final MovableClock clock = new MovableClock();

    @Test
    void withoutAnAccountNothingRuns(Database database) {
        ReconciliationRoom room = new ReconciliationRoom(database, clock, Map.of());
        Reconciler reconciler = new Reconciler(room.shops, room.pulling);

        reconciler.start();

        assertThat(reconciler.isRunning()).isFalse();
        assertThat(room.health.health().getDetails()).isEmpty();
        reconciler.stop();
    }

    @Test
    void itRunsUntilItIsStopped(Database database) throws Exception {
        try (AskedShop shop = new AskedShop()) {
            ReconciliationRoom room = new ReconciliationRoom(
                    database,
                    clock,
                    Map.of("main", ReconciliationRoom.shopify(shop.url(), AskedShop.TOKEN, "main.myshopify.com")));
            Reconciler reconciler = new Reconciler(room.shops, room.pulling);

            reconciler.start();
            assertThat(reconciler.isRunning()).isTrue();
            reconciler.stop();

            assertThat(reconciler.isRunning()).isFalse();
            assertThat(room.pulling.turn()).isFalse();
        }
    }
}
