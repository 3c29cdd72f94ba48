package dev.afterglow.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.AppTest;
import dev.afterglow.customer.Birthday;
import dev.afterglow.customer.Birthdays;
import dev.afterglow.customer.Customers;
import dev.afterglow.intake.Intake;
import dev.afterglow.intake.Told;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.Orders;
import dev.afterglow.shop.ShopKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

class HistoryTest extends AppTest {

    private final String mine = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private Orders orders;

    @Autowired
    private Customers customers;

    @Autowired
    private Birthdays birthdays;

    @Autowired
    private Events events;

    @Autowired
    private Intake intake;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void ordersCustomersAndBirthdaysAreTakenFromAFile() {
        JsonNode done = take("""
                Order ID;Order Number;Date;E-mail;First name;Product;SKU;Qty;Price;Currency;Country;Birthday;Colour
                N-1;#1;2025-05-31 10:00;ada-N@example.com;Ada;Espresso machine;ESP;1;199,00;EUR;Germany;10.12.1815;red
                N-1;#1;2025-05-31 10:00;ada-N@example.com;Ada;Cup;CUP;2;24,75;EUR;Germany;10.12.1815;red
                """);

        Order order = orders.find(mine + "-1").orElseThrow();
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.number()).isEqualTo("#1");
        assertThat(order.total()).isEqualByComparingTo("248.50");
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.placedAt()).isEqualTo("2025-05-31T10:00:00Z");
        assertThat(order.lines()).extracting(OrderLine::title).containsExactly("Espresso machine", "Cup");
        assertThat(customers.at(ShopKey.MAIN, "email", "ada-" + mine + "@example.com"))
                .containsExactly(Objects.requireNonNull(order.customerId()));
        assertThat(birthdays.of(order.customerId())).contains(new Birthday(12, 10, 1815));
        assertThat(done.get("taken").asInt()).isEqualTo(2);
        assertThat(done.get("unused")).extracting(JsonNode::asText).containsExactly("Colour");
    }

    @Test
    void everyRefusedLineIsNamedAndTheOthersAreTaken() {
        JsonNode done = take("""
                order id,date,email,title,quantity,country
                N-1,2025-06-31,bob@example.com,Cup,1,DE
                N-2,2025-06-30,bob@example.com,Cup,none,Narnia
                N-2,2025-06-30,bob@example.com,Pot,1,Narnia
                N-3,2999-06-30,bob@example.com,Pot,1,DE
                """);

        assertThat(done.get("state").asText()).isEqualTo("done");
        assertThat(done.get("taken").asInt()).isEqualTo(1);
        assertThat(done.get("refused").asInt()).isEqualTo(3);
        assertThat(orders.find(mine + "-1")).isEmpty();
        assertThat(orders.find(mine + "-2").orElseThrow().lines())
                .extracting(OrderLine::title)
                .containsExactly("Pot");
        assertThat(refused(done)
                        .lines()
                        .map(line -> String.join(",", List.of(line.split(",")).subList(0, 3))))
                .containsExactly(
                        "refused line,refused column,refused because",
                        "2,placed-at,\"must be a date",
                        "3,quantity,must be a whole number",
                        "3,ship-country,must be a country such as DE or Germany (only this was left out)",
                        "5,placed-at,lies in the future");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String file =
                "order id,date,email,title\nN-1,2025-06-01,eve-N@example.com,Cup\nN-1,2025-06-01,eve-N@example.com,Pot\n";
        take(file);
        JsonNode again = take(file);

        assertThat(again.get("taken").asInt()).isZero();
        assertThat(again.get("known").asInt()).isEqualTo(2);
        assertThat(orders.find(mine + "-1").orElseThrow().lines()).hasSize(2);
        assertThat(events.ofOrder(mine + "-1")).hasSize(1);
    }

    @Test
    void aDryRunSaysTheSameAndKeepsNothing() {
        String file = "order id,date,title,quantity\nN-1,2025-06-01,Cup,1\nN-2,2025-06-01,Cup,0\n";
        JsonNode done = take(file, "dryRun=true");

        assertThat(done.get("taken").asInt()).isEqualTo(1);
        assertThat(done.get("refused").asInt()).isEqualTo(1);
        assertThat(orders.find(mine + "-1")).isEmpty();
    }

    @Test
    void aLargeBacklogOfYesterdayStartsNothing() {
        String yesterday = clock().instant()
                .minus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String file = "order id,date,paid at,email,title,tracking number,shipped at,delivered at\n"
                + IntStream.range(0, 20_000)
                        .mapToObj(i -> "%s-%d,%s,%s,buyer%d-%s@example.com,Cup,%s,%s,%s"
                                .formatted(
                                        mine,
                                        i,
                                        yesterday,
                                        yesterday,
                                        i % 5000,
                                        mine,
                                        i % 100 == 0 ? mine + i : "",
                                        i % 100 == 0 ? yesterday : "",
                                        i % 100 == 0 ? yesterday : ""))
                        .collect(Collectors.joining("\n"));
        long outbox = count("select count(*) from events where outcome = 'accepted' and order_id like '" + mine + "%'");
        JsonNode done = take(file);

        assertThat(done.get("taken").asInt()).isEqualTo(20_000);
        assertThat(outbox).isZero();
        assertThat(count("select count(*) from outbox where order_id like '" + mine + "%'"))
                .isZero();
        assertThat(count("select count(*) from events where outcome = 'accepted' and order_id like '" + mine + "%'"))
                .as("events journeys hear of")
                .isZero();
        assertThat(count("select count(*) from runs where order_id like '" + mine + "%'"))
                .isZero();
        assertThat(count("select count(*) from messages where order_id like '" + mine + "%'"))
                .isZero();
        assertThat(events.ofOrder(mine + "-0"))
                .extracting(RecordedEvent::reason)
                .containsOnly("history");
        assertThat(orders.find(mine + "-100").orElseThrow().isDelivered()).isTrue();
    }

    @Test
    void whatReallyHappensLaterToAnImportedOrderIsHeard() {
        take("order id,date,email,title\nN-1,2025-06-01,joe-N@example.com,Cup\n");
        Instant now = clock().instant();
        Order cancelled = Order.of(mine + "-1", "shop.example")
                .status(OrderStatus.CANCELLED)
                .cancelledAt(now)
                .build();
        intake.take(List.of(Told.by("test", mine, mine).order(cancelled).as("order.cancelled", mine + "-1", now)));

        assertThat(orders.find(mine + "-1").orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(events.ofOrder(mine + "-1"))
                .filteredOn(event -> event.outcome() == RecordedEvent.Outcome.ACCEPTED)
                .extracting(RecordedEvent::type)
                .containsExactly("order.cancelled");
    }

    @Test
    void aReplayedBacklogOfOldOrdersIsKeptAndSilent() {
        Instant longAgo = clock().instant().minus(Duration.ofDays(40_000));
        List<Told> backlog = IntStream.range(0, 500)
                .mapToObj(i -> Told.by("test", mine + i, mine + i)
                        .order(Order.of(mine + "-" + i, "shop.example")
                                .status(OrderStatus.PAID)
                                .placedAt(longAgo)
                                .paidAt(longAgo)
                                .build())
                        .as(i % 2 == 0 ? "order.created" : "order.paid", mine + "-" + i, longAgo))
                .toList();

        assertThat(intake.take(backlog)).allSatisfy(recording -> {
            assertThat(recording.outcome()).isEqualTo("ignored");
            assertThat(recording.reason()).isEqualTo("too-old");
        });
        assertThat(orders.find(mine + "-499")).isPresent();
        assertThat(count("select count(*) from outbox where order_id like '" + mine + "%'"))
                .isZero();
    }

    @Test
    void whoBoughtBeforeIsNoFirstBuyer() {
        take("order id,date,email,title\nN-1,2024-06-01,amy-N@example.com,Cup\nN-2,2025-06-01,amy-N@example.com,Pot\n");

        assertThat(orders.isRepeatBuyer(orders.find(mine + "-1").orElseThrow())).isFalse();
        assertThat(orders.isRepeatBuyer(orders.find(mine + "-2").orElseThrow())).isTrue();
    }

    @Test
    void aCancellingInvoiceIsARefundOfWhatItCancels() {
        String file = """
                invoice,date,customer id,sku,title,quantity,price
                N,2025-06-01,K-N,CUP,Cup,6,2.50
                N,2025-06-01,K-N,POT,Pot,2,10
                C77,2025-06-03,K-N,CUP,Cup,-4,2.50
                C77,2025-06-03,K-N,CUP,Cup,-4,2.50
                C77,2025-06-03,,POT,Pot,-1,10
                """;
        JsonNode done = take(file, "shop=blue");
        JsonNode again = take(file, "shop=blue");

        assertThat(orders.refunds("blue/" + mine)).singleElement().satisfies(refund -> {
            assertThat(refund.amount()).isEqualByComparingTo("10.00");
            assertThat(refund.lines().getFirst().quantity()).isEqualTo(4);
        });
        assertThat(done.get("taken").asInt()).isEqualTo(3);
        assertThat(done.get("refused").asInt()).isEqualTo(2);
        assertThat(again.get("known").asInt()).isEqualTo(3);
        assertThat(again.get("refused").asInt()).isEqualTo(2);
        assertThat(events.ofOrder("blue/" + mine))
                .extracting(RecordedEvent::reason)
                .containsOnly("history");
    }

    @Test
    void whatWasStoppedGoesOnWhereItWas() {
        String file = "order id,date,email,title\n"
                + IntStream.range(0, 3000)
                        .mapToObj(i -> "%s-%d,2025-06-01,b%d-%s@example.com,Cup\n".formatted(mine, i, i % 50, mine))
                        .collect(Collectors.joining());
        String id = begin(file).get("id").asText();
        await().atMost(Duration.ofSeconds(60)).until(() -> one(id).get("read").asInt() > 0);
        JsonNode stopped = post("/api/imports/" + id + "/cancel");
        int read = stopped.get("read").asInt();
        JsonNode resumed = post("/api/imports/" + id + "/resume");
        JsonNode done = ended(id);

        assertThat(stopped.get("state").asText()).isEqualTo("cancelled");
        assertThat(read).isBetween(1, 2999);
        assertThat(resumed.get("read").asInt()).isEqualTo(read);
        assertThat(done.get("taken").asInt()).isEqualTo(3000);
        assertThat(done.get("known").asInt()).isZero();
        assertThat(count("select count(*) from events where order_id like '" + mine + "-%'"))
                .isEqualTo(3000);
    }

    @Test
    void aFileComesInPiecesAndAMissedAnswerDoesNotMatter() {
        byte[] file = ("order id,date,title\n" + mine + "-1,2025-06-01,Cup\n").getBytes(StandardCharsets.UTF_8);
        String id = announce(file, "").get("id").asText();
        byte[] half = java.util.Arrays.copyOf(file, 20);

        assertThat(piece(id, 0, half).getStatusCode().value()).isEqualTo(200);
        assertThat(piece(id, 0, half).getStatusCode().value())
                .as("the same again")
                .isEqualTo(409);
        assertThat(one(id).get("received").asInt()).isEqualTo(20);
        assertThat(piece(id, 20, java.util.Arrays.copyOfRange(file, 20, file.length))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(ended(id).get("taken").asInt()).isEqualTo(1);
    }

    @Test
    void aFingerprintIsReadInAnyCaseAndWhatIsNoneIsRefused() throws NoSuchAlgorithmException {
        byte[] file = ("order id,date,title\n" + mine + "-1,2025-06-01,Cup\n").getBytes(StandardCharsets.UTF_8);
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));

        ResponseEntity<JsonNode> refused = announced("/api/imports?name=a.csv&size=1&sha256=" + sum + "0");
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(Objects.requireNonNull(refused.getBody()).get("detail").asText())
                .contains("sha256", "64 hexadecimal digits");

        String id = announce(file, "&sha256=" + sum.toUpperCase(Locale.ROOT))
                .get("id")
                .asText();
        assertThat(announce(file, "&sha256=" + sum).get("id").asText()).isEqualTo(id);
        assertThat(piece(id, 0, file).getStatusCode().value()).isEqualTo(200);
        assertThat(ended(id).get("taken").asInt()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndNothingIsKept() {
        JsonNode done = take("order id,date,title\nN-1,3/4/2024,Cup\n");

        assertThat(done.get("state").asText()).isEqualTo("failed");
        assertThat(done.get("reason").asText()).contains("--dates dmy or --dates mdy");
        assertThat(orders.find(mine + "-1")).isEmpty();
        assertThat(take("order id,date,title\nN-1,3/4/2024,Cup\n", "dates=dmy")
                        .get("taken")
                        .asInt())
                .isEqualTo(1);
        assertThat(orders.find(mine + "-1").orElseThrow().placedAt()).isEqualTo("2024-04-03T00:00:00Z");
    }

    private JsonNode take(String file, String... how) {
        return ended(
                begin(file.replace("N-", mine + "-").replace("-N", "-" + mine).replace("\nN,", "\n" + mine + ","), how)
                        .get("id")
                        .asText());
    }

    private JsonNode begin(String file, String... how) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        String id = announce(bytes, how.length == 0 ? "" : "&" + String.join("&", how))
                .get("id")
                .asText();
        for (int at = 0; at < bytes.length; at += 1_000_000) {
            piece(id, at, java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 1_000_000)));
        }
        return one(id);
    }

    private JsonNode announce(byte[] file, String how) {
        return post("/api/imports?name=orders.csv&size=" + file.length + how);
    }

    private ResponseEntity<JsonNode> announced(String path) {
        return client().post()
                .uri(url(path))
                .retrieve()
                .onStatus(status -> true, (request, response) -> {})
                .toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> piece(String id, int offset, byte[] piece) {
        return client().put()
                .uri(url("/api/imports/" + id + "/content?offset=" + offset))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(piece)
                .retrieve()
                .onStatus(status -> true, (request, response) -> {})
                .toEntity(JsonNode.class);
    }

    private JsonNode ended(String id) {
        await().atMost(Duration.ofSeconds(180))
                .until(() -> List.of("done", "failed", "cancelled")
                        .contains(one(id).get("state").asText()));
        return one(id);
    }

    private JsonNode one(String id) {
        return Objects.requireNonNull(
                client().get().uri(url("/api/imports/" + id)).retrieve().body(JsonNode.class));
    }

    private JsonNode post(String path) {
        return Objects.requireNonNull(client().post().uri(url(path)).retrieve().body(JsonNode.class));
    }

    private String refused(JsonNode done) {
        return Objects.requireNonNull(client().get()
                .uri(url("/api/imports/" + done.get("id").asText() + "/refused.csv"))
                .retrieve()
                .body(String.class));
    }

    private static RestClient client() {
        return RestClient.builder()
                .defaultHeader("Authorization", "Bearer " + API_KEY)
                .build();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
