package dev.afterglow.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.CustomerRoom;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.journey.JourneyRoom;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.journey.Run;
import dev.afterglow.offer.Redeeming.Answer;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class OffersContract {

    private static final ZoneId KIRITIMATI = ZoneId.of("Pacific/Kiritimati");

    private final MovableClock clock = new MovableClock();
    private Database database;
    private Customers customers;
    private Offers offers;
    private Events events;
    private IssuingOffer issuing;
    private TakingOfferBack takingBack;
    private Redeeming redeeming;
    private Path folder;
    private String ada;

    @BeforeEach
    void use(Database fresh, @TempDir Path bpmn) throws IOException {
        database = fresh;
        folder = Files.createDirectories(bpmn.resolve("gift"));
        Files.writeString(folder.resolve("Gift.bpmn"), "");
        Files.createDirectories(folder.resolve("offers"));
        offer("small", "percent: 15\nvalid: P30D\nbudget: 100\n");
        offer("large", "amount: 10\ncurrency: EUR\nminimum: 40\nvalid: P1D\nbudget: 100\n");
        customers = new CustomerRoom(database, clock).customers();
        ada = known("ada@example.com");
        offers = database.transactional(new Offers(database.client(), clock));
        events = JourneyRoom.events(database, clock);
        var shops = SomeShops.one("Shop", null, "Shop <hello@shop.example>", Locale.ENGLISH, KIRITIMATI);
        var meters = new SimpleMeterRegistry();
        Budgets budgets = new Budgets(database.client());
        OfferFiles files = new OfferFiles(JourneyRoom.editions(JourneyRoom.folders(bpmn)));
        issuing = database.transactional(new IssuingOffer(offers, files, budgets, customers, shops, clock, meters));
        takingBack = database.transactional(new TakingOfferBack(offers, budgets, shops));
        redeeming = database.transactional(new Redeeming(offers, events, clock, meters));
    }

    @Test
    void aStepGivesOneCodeHoweverOftenItIsAsked() {
        Offer first = issuing.issue(run("1", ada), "Task_Issue", "small").orElseThrow();

        assertThat(issuing.issue(run("1", ada), "Task_Issue", "small")).contains(first);
        assertThat(issuing.issue(run("1", ada), "Task_More", "small")
                        .orElseThrow()
                        .code())
                .isNotEqualTo(first.code());
        assertThat(issuing.issue(run("2", ada), "Task_Issue", "small")
                        .orElseThrow()
                        .code())
                .isNotEqualTo(first.code());
        assertThat(offers.of(ada)).hasSize(3);
    }

    @Test
    void ofManyWorkersOfOneStepAllGiveTheSameCode() {
        List<Offer> given = AllAtOnce.run(
                8, i -> issuing.issue(run("1", ada), "Task_Issue", "small").orElseThrow());

        assertThat(new HashSet<>(given)).hasSize(1);
        assertThat(budgetTaken()).isEqualTo(1);
    }

    @Test
    void itExpiresAtTheEndOfItsLastDayInTheShopsZone() {
        Offer offer = issuing.issue(run("1", ada), "Task_Issue", "large").orElseThrow();

        assertThat(offer.expiresOn())
                .isEqualTo(offer.issuedAt().atZone(KIRITIMATI).toLocalDate().plusDays(1));
        assertThat(offer.expiresAt())
                .isEqualTo(
                        offer.expiresOn().plusDays(1).atStartOfDay(KIRITIMATI).toInstant());

        clock.advance(Duration.between(clock.instant(), offer.expiresAt()).minusSeconds(30));
        assertThat(offer.at(clock.instant())).isEqualTo(Offer.State.ISSUED);
        clock.advance(Duration.ofSeconds(30));
        assertThat(redeem(offer, "1001", "50.00", "EUR")).isEqualTo(new Answer.No(Objection.EXPIRED));
        assertThat(offers.find(offer.id()).orElseThrow().at(clock.instant())).isEqualTo(Offer.State.EXPIRED);
    }

    @Test
    void ofFiftyOrdersAtTheSameMomentOneGetsIt() {
        Offer offer = issuing.issue(run("1", ada), "Task_Issue", "small").orElseThrow();

        List<Answer> answers = AllAtOnce.run(50, i -> redeem(offer, "order-" + i, "50.00", "EUR"));

        assertThat(answers).filteredOn(Answer.Yes.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Answer.No.class::isInstance)
                .hasSize(49)
                .containsOnly(new Answer.No(Objection.REDEEMED));
        assertThat(redemptionsHeard()).hasSize(1);
    }

    @Test
    void theSameOrderAgainGetsTheSameAnswerAndIsHeardOnce() {
        Offer offer = issuing.issue(run("1", ada), "Task_Issue", "large").orElseThrow();

        Answer first = redeem(offer, "9007199254740993", "40.00", "EUR");
        clock.advance(Duration.ofDays(60));

        assertThat(first).isInstanceOf(Answer.Yes.class);
        assertThat(redeem(offer, "9007199254740993", "1.00", "USD")).isEqualTo(first);
        assertThat(redeem(offer, "9007199254740992", "40.00", "EUR")).isEqualTo(new Answer.No(Objection.REDEEMED));
        assertThat(redemptionsHeard()).singleElement().satisfies(event -> {
            assertThat(event.subject()).isEqualTo(offer.id());
            assertThat(event.orderId()).isEqualTo("9007199254740993");
        });
    }

    @Test
    void whyNotIsSaidAndNothingIsSpent() {
        Offer offer = issuing.issue(run("1", ada), "Task_Issue", "large").orElseThrow();

        assertThat(redeem(offer, "1", "39.99", "EUR")).isEqualTo(new Answer.No(Objection.MINIMUM_NOT_REACHED));
        assertThat(redeem(offer, "1", "400.00", "USD")).isEqualTo(new Answer.No(Objection.WRONG_CURRENCY));
        assertThat(redeeming.redeem(Code.fresh(), new Redemption("1", BigDecimal.TEN, "EUR")))
                .isEqualTo(new Answer.No(Objection.UNKNOWN));
        assertThat(redemptionsHeard()).isEmpty();
        assertThat(redeem(offer, "1", "40.00", "EUR")).isInstanceOf(Answer.Yes.class);
    }

    @Test
    void whenTheMonthsCodesAreSpentThereIsNoneTillTheNextMonth() throws IOException {
        offer("rare", "percent: 15\nvalid: P30D\nbudget: 3\n");

        List<Boolean> given = AllAtOnce.run(8, i -> {
            String somebody = known("somebody" + i + "@example.com");
            return issuing.issue(run("r" + i, somebody), "Task_Issue", "rare").isPresent();
        });
        assertThat(given).filteredOn(Boolean::booleanValue).hasSize(3);

        clock.advance(Duration.ofDays(31));
        assertThat(issuing.issue(run("later", ada), "Task_Issue", "rare")).isPresent();
    }

    @Test
    void aCodeTheCustomerNeverHeardOfIsVoidAndCountsForNothing() {
        Offer offer = issuing.issue(run("1", ada), "Task_Issue", "small").orElseThrow();

        assertThat(takingBack.takeBack(offer.id())).isTrue();
        assertThat(takingBack.takeBack(offer.id())).isFalse();
        assertThat(budgetTaken()).isZero();
        assertThat(redeem(offer, "1", "50.00", "EUR")).isEqualTo(new Answer.No(Objection.VOID));
    }

    @Test
    void whatWasRedeemedIsNotTakenBack() {
        Offer offer = issuing.issue(run("1", ada), "Task_Issue", "small").orElseThrow();
        redeem(offer, "1", "50.00", "EUR");

        assertThat(takingBack.takeBack(offer.id())).isFalse();
        assertThat(offers.takeBack(List.of(ada), "erased")).isZero();
        assertThat(offers.find(offer.id()).orElseThrow().state()).isEqualTo(Offer.State.REDEEMED);
    }

    @Test
    void whoeverIsErasedHasNoCodeAndGetsNone() {
        Offer offer = issuing.issue(run("1", ada), "Task_Issue", "small").orElseThrow();
        String bob = known("bob@example.com");
        Offer bobs = issuing.issue(run("2", bob), "Task_Issue", "small").orElseThrow();

        offers.takeBack(List.of(ada), "erased");
        customers.markErased(List.of(ada));

        assertThat(redeem(offer, "1", "50.00", "EUR")).isEqualTo(new Answer.No(Objection.VOID));
        assertThat(issuing.issue(run("3", ada), "Task_Issue", "small")).isEmpty();
        assertThat(issuing.issue(run("4", null), "Task_Issue", "small")).isEmpty();
        assertThat(redeem(bobs, "1", "50.00", "EUR")).isInstanceOf(Answer.Yes.class);
    }

    @Test
    void whenTwoCustomersAreOneTheCodeGoesAlong() {
        Offer offer = issuing.issue(run("1", ada), "Task_Issue", "small").orElseThrow();

        offers.follow(new CustomersMerged(ada, "c-2"));

        assertThat(offers.of("c-2")).extracting(Offer::id).containsExactly(offer.id());
        assertThat(offers.of(ada)).isEmpty();
    }

    @Test
    void aChangedFileChangesNoCodeAndAWrongOneNothing() throws IOException {
        Offer before = issuing.issue(run("1", ada), "Task_Issue", "small").orElseThrow();
        offer("small", "percent: 20\nvalid: P30D\nbudget: 100\n");
        Offer after = issuing.issue(run("2", ada), "Task_Issue", "small").orElseThrow();
        offer("small", "percent: lots\nvalid: P30D\nbudget: 100\n");
        Offer still = issuing.issue(run("3", ada), "Task_Issue", "small").orElseThrow();

        assertThat(List.of(before, after, still))
                .extracting(offer ->
                        offers.find(offer.id()).orElseThrow().terms().percent().intValue())
                .containsExactly(15, 20, 20);
    }

    @Test
    void aFileThatIsMissingOrNeverWasRightIsAProblemThatNamesIt() throws IOException {
        offer("wrong", "percent: 15\n");

        assertThatThrownBy(() -> issuing.issue(run("1", ada), "Task_Issue", "wrong"))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("gift/offers/wrong.yaml: line 1: \"valid\" is missing");
        assertThatThrownBy(() -> issuing.issue(run("1", ada), "Task_Issue", "none"))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("gift/offers/none.yaml");
        assertThat(offers.of(ada)).isEmpty();
    }

    private Answer redeem(Offer offer, String order, String amount, String currency) {
        Code code = Code.read(offer.code()).orElseThrow();
        return redeeming.redeem(code, new Redemption(order, new BigDecimal(amount), currency));
    }

    private List<RecordedEvent> redemptionsHeard() {
        return events.ofCustomer(ada).stream()
                .filter(event -> event.type().equals("offer.redeemed"))
                .toList();
    }

    private int budgetTaken() {
        return database.client()
                .sql("select sum(issued) from offer_budgets")
                .query(Integer.class)
                .single();
    }

    private String known(String email) {
        return customers
                .recognise(ShopKey.MAIN, new CustomerFacts(null, email, null, null, null, null, null))
                .orElseThrow();
    }

    private Run run(String businessKey, String customerId) {
        return new Run(
                UUID.randomUUID().toString(),
                "Gift",
                1,
                null,
                businessKey,
                1,
                null,
                customerId,
                Run.State.RUNNING,
                null,
                clock.instant(),
                null);
    }

    private void offer(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve("offers/" + name + ".yaml"), yaml);
    }
}
