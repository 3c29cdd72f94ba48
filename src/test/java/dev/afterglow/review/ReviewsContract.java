package dev.afterglow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.CustomerRoom;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.journey.Deferral;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.JourneyRoom;
import dev.afterglow.journey.RecordedEvent;
import dev.afterglow.journey.Run;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderRoom;
import dev.afterglow.order.Orders;
import dev.afterglow.review.Review.State;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import dev.afterglow.support.Cases;
import dev.afterglow.support.SupportRoom;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ReviewsContract {

    private static final String MACHINE = "90071992547409931";

    private final MovableClock clock = new MovableClock();
    private Database database;
    private Customers customers;
    private Orders orders;
    private Cases cases;
    private Events events;
    private ReviewRequests requests;
    private Reviews reviews;
    private PublishedReviews published;
    private InvitingToReview inviting;
    private GivingReview giving;
    private String ada;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        customers = new CustomerRoom(fresh, clock).customers();
        orders = OrderRoom.orders(fresh, clock);
        cases = SupportRoom.cases(fresh);
        events = JourneyRoom.events(fresh, clock);
        requests = fresh.transactional(new ReviewRequests(fresh.client(), clock));
        reviews = fresh.transactional(new Reviews(fresh.client(), clock));
        published = fresh.transactional(new PublishedReviews(fresh.client()));
        var kept = new KeptProducts(orders, SomeShops.withBlue(SomeShops.one()));
        inviting = fresh.transactional(new InvitingToReview(requests, reviews, kept, customers, cases, clock));
        giving = fresh.transactional(new GivingReview(reviews, customers, events, clock));
        ada = person("ada@example.com", "Ada", "Lovelace");
    }

    @Test
    void whatWasKeptIsAskedAboutTheMostPreciousFirstAndEachProductOnce() {
        ordered("1001", ada, line("cup", "Cup", "9"), line(MACHINE, "Machine", "199"), line("cup", "Cup, red", "8"));

        ReviewRequest request = invite("1001", ada).orElseThrow();

        assertThat(request.invitations())
                .extracting(Invitation::position, Invitation::productId, Invitation::product)
                .containsExactly(tuple(1, MACHINE, "Machine"), tuple(2, "cup", "Cup"));
        assertThat(invite("1001", ada)).as("asked again").contains(request);
    }

    @Test
    void noMoreThanTheStepSaysAreAskedAbout() {
        ordered("1001", ada, line("a", "A", "9"), line("b", "B", "8"), line("c", "C", "7"));

        assertThat(inviting.invite(run("1001", ada), 2).orElseThrow().invitations())
                .extracting(Invitation::product)
                .containsExactly("A", "B");
    }

    @Test
    void whatWentBackNeverShipsOrHasNoIdIsNotAskedAbout() {
        OrderLine gone = line("gone", "Gone", "99");
        ordered(
                "1001",
                ada,
                gone,
                line("card", "Gift card", "50").notShipped(),
                new OrderLine("l-none", null, null, "No id", null, 1, BigDecimal.TEN),
                new OrderLine("l-sku", null, "SKU-1", "By number", null, 1, BigDecimal.ONE));
        orders.returned("1001", List.of("l-gone"), clock.instant());

        assertThat(invite("1001", ada).orElseThrow().invitations())
                .extracting(Invitation::productId)
                .containsExactly("SKU-1");
    }

    @Test
    void whatHasNotArrivedIsNotAskedAboutAndNobodyIsInvitedForNothing() {
        orders.keep(Order.of("1001", "shop.example")
                .customerId(ada)
                .lines(List.of(line("cup", "Cup", "9")))
                .build());

        assertThat(invite("1001", ada)).isEmpty();
        assertThat(invite("1002", ada)).as("an order nobody knows").isEmpty();
        assertThat(inviting.invite(run("1001", null), 3)).isEmpty();
        assertThat(count("review_requests")).isZero();
    }

    @Test
    void oneCustomerIsAskedAboutAProductOnceHoweverOftenItIsBought() {
        ordered("1001", ada, line("cup", "Cup", "9"));
        ordered("1002", ada, line("cup", "Cup", "9"), line("pot", "Pot", "5"));
        String bob = person("bob@example.com", "Bob", null);
        ordered("1003", bob, line("cup", "Cup", "9"));

        ReviewRequest first = invite("1001", ada).orElseThrow();
        requests.keep("hash", first.id(), "m-1");

        assertThat(invite("1002", ada).orElseThrow().invitations())
                .extracting(Invitation::productId)
                .containsExactly("pot");
        assertThat(invite("1003", bob)).isPresent();
        clock.advance(Duration.ofDays(2000));
        ordered("1004", ada, line("cup", "Cup", "9"));
        assertThat(invite("1004", ada)).isEmpty();
    }

    @Test
    void whoWasNeverWrittenToMayBeAskedWithTheNextOrder() {
        ordered("1001", ada, line("cup", "Cup", "9"));
        ordered("1002", ada, line("cup", "Cup", "9"));
        invite("1001", ada);
        assertThat(invite("1002", ada)).isEmpty();

        clock.advance(Duration.ofDays(91));

        assertThat(invite("1002", ada)).isPresent();
    }

    @Test
    void ofManyRunsOfOneCustomerAtOnceOneAsksAboutAProduct() {
        List<String> many = List.of("1", "2", "3", "4");
        many.forEach(order -> ordered(order, ada, line("cup", "Cup", "9")));

        AllAtOnce.run(many.size(), number -> invite(many.get(number), ada));

        assertThat(count("review_invitations")).isOne();
    }

    @Test
    void anOpenCaseOrReturnPutsTheQuestionOffButNotForEver() {
        ordered("1001", ada, line("cup", "Cup", "9"));
        cases.opened("return 5", ada, clock.instant());
        Run run = run("1001", ada);

        assertThatThrownBy(() -> inviting.invite(run, 3)).isInstanceOfSatisfying(Deferral.class, later -> {
            assertThat(later.until())
                    .isBetween(
                            clock.instant().plus(Duration.ofHours(5)),
                            clock.instant().plus(Duration.ofHours(6)));
            assertThat(later.reason()).isEqualTo("open-case");
        });
        assertThat(count("review_requests")).isZero();
        cases.closed("return 5", ada, clock.instant());
        assertThat(inviting.invite(run, 3)).isPresent();

        cases.opened("case 6", ada, clock.instant().plusSeconds(1));
        clock.advance(Duration.ofDays(181));
        assertThat(inviting.invite(run, 3)).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfWhatWentBackNorAfterAReview() {
        ordered("1001", ada, line("cup", "Cup", "9"), line("pot", "Pot", "5"));
        ReviewRequest request = invite("1001", ada).orElseThrow();

        orders.returned("1001", List.of("l-cup"), clock.instant());
        assertThat(invite("1001", ada)).as("the pot is still there").isPresent();
        give(request, 2, 4);
        assertThat(invite("1001", ada)).isEmpty();
        orders.returned("1001", List.of(), clock.instant());
        assertThat(invite("1001", ada)).isEmpty();
    }

    @Test
    void aProductOfAnotherShopIsAnotherProduct() {
        ordered("blue/7", ada, line("cup", "Cup", "9"));

        assertThat(invite("blue/7", ada).orElseThrow().invitations())
                .extracting(Invitation::productId)
                .containsExactly("blue/cup");
    }

    @Test
    void aKeyOpensItsRequestAndNothingElse() {
        ordered("1001", ada, line("cup", "Cup", "9"));
        ReviewRequest request = invite("1001", ada).orElseThrow();
        requests.keep("hash-1", request.id(), "m-1");
        clock.advance(Duration.ofDays(7));
        requests.keep("hash-2", request.id(), "m-2");

        assertThat(requests.byKey("hash-1")).hasValueSatisfying(opened -> {
            assertThat(opened.request().invitations()).isEqualTo(request.invitations());
            assertThat(opened.request().askedAt()).isNotNull();
            assertThat(opened.messageId()).isEqualTo("m-1");
            assertThat(opened.isOpenAt(clock.instant().plus(Duration.ofDays(52))))
                    .isTrue();
            assertThat(opened.isOpenAt(clock.instant().plus(Duration.ofDays(53))))
                    .isFalse();
        });
        assertThat(requests.byKey("hash-3")).isEmpty();
    }

    @Test
    void aReviewWaitsSignedWithFirstNameAndInitialAndJourneysHearOfItWithoutAWordOfIt() {
        ReviewRequest request = asked("1001", ada);

        give(request, 1, 1);

        assertThat(reviews.waiting(10)).singleElement().satisfies(review -> {
            assertThat(review.author()).isEqualTo("Ada L.");
            assertThat(review.text()).isEqualTo("1 stars, honestly");
            assertThat(review.state()).isEqualTo(State.WAITING);
            assertThat(review.productId()).isEqualTo("cup");
            assertThat(review.orderId()).isEqualTo("1001");
            assertThat(review.language()).isEqualTo("de");
        });
        assertThat(published.rating("cup").count()).isZero();
        assertThat(heard()).extracting(RecordedEvent::subject).containsExactly(request.id());
        assertThat(database.client()
                        .sql("select body from events where type = 'review.given' and routing is null")
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    @Test
    void whoWishesIsNotNamed() {
        ReviewRequest request = asked("1001", ada);

        giving.give(request, request.invitations().getFirst(), new Written(3, null, true), Locale.ENGLISH);

        assertThat(reviews.waiting(10).getFirst().author()).isNull();
        assertThat(reviews.waiting(10).getFirst().text()).isNull();
    }

    @Test
    void goodAndBadOnesArePublishedAlikeAndCounted() {
        ReviewRequest bad = asked("1001", ada);
        ReviewRequest good = asked("1002", person("bob@example.com", "Bob", null));
        give(bad, 1, 1);
        clock.advance(Duration.ofHours(1));
        give(good, 1, 4);
        assertThat(reviews.waiting()).isEqualTo(2);

        reviews.waiting(10).forEach(review -> reviews.publish(review.id(), review.revision(), "admin"));

        assertThat(reviews.waiting()).isZero();
        Rating rating = published.rating("cup");
        assertThat(rating.count()).isEqualTo(2);
        assertThat(rating.mean()).isEqualByComparingTo("2.50");
        assertThat(rating.distribution())
                .containsEntry(1, 1L)
                .containsEntry(4, 1L)
                .containsEntry(5, 0L);
        assertThat(published.of("cup", 10, 0)).extracting(Review::stars).containsExactly(4, 1);
        assertThat(published.of("cup", 1, 1)).extracting(Review::stars).containsExactly(1);
        assertThat(published.of("pot", 10, 0)).isEmpty();
    }

    @Test
    void whatIsPublishedStaysAsItWasReadUntilThatIsTakenBack() {
        ReviewRequest request = asked("1001", ada);
        String id = give(request, 1, 2);
        assertThat(give(request, 1, 3)).isEqualTo(id);
        assertThat(reviews.publish(id, 1, "admin"))
                .as("what was changed meanwhile")
                .isFalse();

        assertThat(reviews.publish(id, 2, "admin")).isTrue();
        assertThat(reviews.refuse(id, 2, Refusal.OFFENSIVE, "other")).isFalse();
        assertThat(giving.give(request, request.invitations().getFirst(), written(5), Locale.GERMAN))
                .isFalse();
        assertThat(reviews.find(id).orElseThrow().stars()).isEqualTo(3);

        assertThat(reviews.undo(id, "admin")).isTrue();
        assertThat(reviews.undo(id, "admin")).isFalse();
        assertThat(published.rating("cup").count()).isZero();
        assertThat(giving.give(request, request.invitations().getFirst(), written(5), Locale.GERMAN))
                .isTrue();
        assertThat(heard()).hasSize(3);
    }

    @Test
    void aRefusedOneHasItsReasonAndMayBeWrittenAnew() {
        ReviewRequest request = asked("1001", ada);
        String id = give(request, 1, 5);

        assertThat(reviews.refuse(id, 1, Refusal.PERSONAL_DATA, "admin")).isTrue();

        assertThat(reviews.decided(10)).singleElement().satisfies(review -> {
            assertThat(review.state()).isEqualTo(State.REFUSED);
            assertThat(review.reason()).isEqualTo(Refusal.PERSONAL_DATA);
            assertThat(review.decidedBy()).isEqualTo("admin");
        });
        assertThat(published.rating("cup").count()).isZero();
        give(request, 1, 5);
        assertThat(reviews.find(id)).hasValueSatisfying(review -> {
            assertThat(review.state()).isEqualTo(State.WAITING);
            assertThat(review.reason()).isNull();
            assertThat(review.decidedBy()).isNull();
            assertThat(review.revision()).isEqualTo(2);
        });
    }

    @Test
    void starsWithoutWordsAreNeverRefused() {
        ReviewRequest request = asked("1001", ada);
        Invitation about = request.invitations().getFirst();
        giving.give(request, about, new Written(1, null, false), Locale.ENGLISH);

        assertThat(reviews.refuse(about.id(), 1, Refusal.NOT_ABOUT_PRODUCT, "admin"))
                .isFalse();
        assertThat(reviews.publish(about.id(), 1, "admin")).isTrue();
    }

    @Test
    void whoWasErasedMeanwhileWritesNothing() {
        ReviewRequest request = asked("1001", ada);
        customers.markErased(List.of(ada));

        assertThat(giving.give(request, request.invitations().getFirst(), written(5), Locale.GERMAN))
                .isFalse();
        assertThat(count("reviews")).isZero();
        assertThat(heard()).isEmpty();
    }

    @Test
    void whoTurnedOutToBeSomebodyElseTakesTheRequestsAlong() {
        ReviewRequest request = asked("1001", ada);
        requests.follow(new CustomersMerged(ada, "c-2"));

        assertThat(requests.ofRun(request.journey(), request.businessKey())
                        .orElseThrow()
                        .customerId())
                .isEqualTo("c-2");
    }

    private ReviewRequest asked(String order, String person) {
        ordered(order, person, line("cup", "Cup", "9"));
        return invite(order, person).orElseThrow();
    }

    private String give(ReviewRequest request, int position, int stars) {
        Invitation about = request.invitations().get(position - 1);
        assertThat(giving.give(request, about, written(stars), Locale.GERMAN)).isTrue();
        return about.id();
    }

    private static Written written(int stars) {
        return new Written(stars, stars + " stars, honestly", false);
    }

    private List<RecordedEvent> heard() {
        return events.ofCustomer(ada).stream()
                .filter(event -> event.type().equals("review.given"))
                .toList();
    }

    private Optional<ReviewRequest> invite(String order, String person) {
        return inviting.invite(run(order, person), 3);
    }

    private void ordered(String id, String person, OrderLine... lines) {
        orders.keep(Order.of(id, "shop.example")
                .customerId(person)
                .lines(List.of(lines))
                .build());
        orders.delivered(id, Stream.of(lines).map(OrderLine::id).toList(), clock.instant());
    }

    private static OrderLine line(String product, String title, String price) {
        return new OrderLine(
                "l-" + title.toLowerCase(Locale.ROOT).replace(" ", ""),
                product,
                null,
                title,
                null,
                1,
                new BigDecimal(price));
    }

    private String person(String email, String first, String last) {
        return customers
                .recognise(ShopKey.MAIN, new CustomerFacts(null, email, null, first, last, null, null))
                .orElseThrow();
    }

    private long count(String table) {
        return database.client()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private Run run(String order, String person) {
        return new Run(
                UUID.randomUUID().toString(),
                "ReviewRequest",
                1,
                null,
                order,
                1,
                order,
                person,
                Run.State.RUNNING,
                null,
                clock.instant(),
                null);
    }
}
