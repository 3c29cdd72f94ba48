package dev.afterglow.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.privacy.PrivacyRequest.Kind;
import dev.afterglow.privacy.PrivacyRequest.State;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

abstract class PrivacyRequestsContract {

    private static final String SHOP = "shopify:blue.example";

    private final MovableClock clock = new MovableClock();
    private Database database;
    private PrivacyRequests requests;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        requests = new PrivacyRequests(fresh.client(), clock);
    }

    @Test
    void aRequestIsKeptOnceAndDueAMonthLater() {
        Asking asking = new Asking(SHOP, new ShopKey("blue"), "r-1", Instant.parse("2026-01-31T10:00:00Z"));
        String id = requests.keep(asking, 0, Kind.EXPORT, "c-1", State.WAITING).orElseThrow();

        assertThat(requests.keep(asking, 0, Kind.EXPORT, "c-1", State.WAITING)).isEmpty();
        assertThat(requests.keep(asking, 1, Kind.EXPORT, "c-2", State.WAITING)).isPresent();

        PrivacyRequest kept = requests.find(id).orElseThrow();
        assertThat(kept.dueAt()).isEqualTo(Instant.parse("2026-02-28T10:00:00Z"));
        assertThat(kept.customerId()).isEqualTo("c-1");
        assertThat(requests.shop(id)).isEqualTo(new ShopKey("blue"));
        assertThat(requests.waiting()).isEqualTo(2);
    }

    @Test
    void whatIsDoneIsDoneOnceAndStandsBehindWhatIsNot() {
        String first = ask("r-1", Kind.EXPORT, State.WAITING);
        clock.advance(Duration.ofDays(1));
        String second = ask("r-2", Kind.EXPORT, State.WAITING);

        assertThat(requests.done(first, "rita")).isTrue();
        assertThat(requests.done(first, "admin")).isFalse();

        assertThat(requests.find(first).orElseThrow().doneBy()).isEqualTo("rita");
        assertThat(requests.latest(10)).extracting(PrivacyRequest::id).containsExactly(second, first);
    }

    @Test
    void onlyAShopThatWaitsIsStarted() {
        String shop = ask("r-1", Kind.SHOP_ERASURE, State.WAITING);
        String person = ask("r-2", Kind.EXPORT, State.WAITING);

        assertThat(requests.start(person)).isFalse();
        assertThat(requests.start(shop)).isTrue();
        assertThat(requests.start(shop)).isFalse();
        assertThat(requests.running()).extracting(PrivacyRequest::id).containsExactly(shop);
    }

    @Test
    void aShopIsErasedInStepsThatAnyoneCanGoOnWith() {
        for (int i = 0; i < 150; i++) {
            customer("c-%03d".formatted(i), SHOP);
        }
        customer("c-elsewhere", "shopify:red.example");
        String request = ask("r-1", Kind.SHOP_ERASURE, State.RUNNING);

        erasing(Set.of()).step();
        assertThat(requests.find(request).orElseThrow().erased()).isEqualTo(100);

        ErasingShops restarted = erasing(Set.of());
        restarted.step();
        assertThat(requests.find(request).orElseThrow().state()).isEqualTo(State.RUNNING);
        restarted.step();

        PrivacyRequest done = requests.find(request).orElseThrow();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.erased()).isEqualTo(150);
        assertThat(notErased()).containsExactly("c-elsewhere");
    }

    @Test
    void onePersonWhoCannotBeErasedKeepsNobodyElseFromItAndIsTriedAgain() {
        customer("c-1", SHOP);
        customer("c-2", SHOP);
        String request = ask("r-1", Kind.SHOP_ERASURE, State.RUNNING);

        erasing(Set.of("c-1")).step();
        assertThat(notErased()).containsExactly("c-1");
        assertThat(requests.find(request).orElseThrow().state()).isEqualTo(State.RUNNING);

        ErasingShops later = erasing(Set.of());
        later.step();
        later.step();
        assertThat(notErased()).isEmpty();
        assertThat(requests.find(request).orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void reportsThatNameNobodyAreEmptiedTooAndOnlyThisShops() {
        event("e-1", SHOP);
        event("e-2", "shopify:red.example");
        ask("r-1", Kind.SHOP_ERASURE, State.RUNNING);

        erasing(Set.of()).step();

        assertThat(database.client()
                        .sql("select sender from events where body <> ''")
                        .query(String.class)
                        .list())
                .containsExactly("shopify:red.example");
    }

    @Test
    void whatNobodyCouldUnderstandOfThisShopGoesAndWhatIsYetToBeUnderstoodStays() {
        arrived("a-stuck", SHOP, true);
        arrived("a-waits", SHOP, false);
        arrived("a-elsewhere", "shopify:red.example", true);
        ask("r-1", Kind.SHOP_ERASURE, State.RUNNING);

        erasing(Set.of()).step();

        assertThat(database.client()
                        .sql("select id from arrivals order by id")
                        .query(String.class)
                        .list())
                .containsExactly("a-elsewhere", "a-waits");
    }

    private void arrived(String id, String sender, boolean stuck) {
        database.client()
                .sql("insert into arrivals (id, sender, told, body, received_at, failed_at)"
                        + " values (?, ?, '{}', ?, current_timestamp, " + (stuck ? "current_timestamp" : "null") + ")")
                .params(id, sender, new byte[0])
                .update();
    }

    private String ask(String id, Kind kind, State state) {
        return requests.keep(new Asking(SHOP, ShopKey.MAIN, id, clock.instant()), 0, kind, null, state)
                .orElseThrow();
    }

    /** Erases nothing but the customers' rows; what an erasure does is tested where it is done. */
    private ErasingShops erasing(Set<String> failing) {
        Set<String> broken = new HashSet<>(failing);
        Erasing erasing = new Erasing(null, null, null, null, null, null, null, null, clock) {
            @Override
            public Receipt erase(String customerId, String by) {
                if (broken.contains(customerId)) {
                    throw new IllegalStateException("as asked for");
                }
                database.client()
                        .sql("update customers set erased_at = created_at where id = ?")
                        .param(customerId)
                        .update();
                return new Receipt(
                        "r", customerId, by, clock.instant(), null, new Receipt.Summary(0, 0, 0, List.of()), List.of());
            }
        };
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database.source()));
        return new ErasingShops(database.client(), transactions, null, erasing, requests);
    }

    private List<String> notErased() {
        return new ArrayList<>(database.client()
                .sql("select id from customers where erased_at is null order by id")
                .query(String.class)
                .list());
    }

    private void customer(String id, String shop) {
        database.client()
                .sql(
                        "insert into customers (id, created_at, updated_at) values (?, current_timestamp, current_timestamp)")
                .param(id)
                .update();
        database.client()
                .sql("insert into orders (id, shop, customer_id, status, test, updated_at)"
                        + " values (?, ?, ?, 'paid', false, current_timestamp)")
                .params("o-" + id, shop, id)
                .update();
    }

    private void event(String id, String sender) {
        database.client()
                .sql("insert into events (id, sender, sender_event_id, content_hash, type, subject, outcome, body,"
                        + " occurred_at, received_at) values (?, ?, ?, ?, 'parcel.scanned', 's', 'waiting', '{}',"
                        + " current_timestamp, current_timestamp)")
                .params(id, sender, id, id)
                .update();
    }
}
