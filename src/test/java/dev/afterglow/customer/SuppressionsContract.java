package dev.afterglow.customer;

import static dev.afterglow.shop.SomeShops.BLUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class SuppressionsContract {

    private static final String ADA = "ada@example.com";
    private static final SuppressionSettings SETTINGS = new SuppressionSettings(
            null, new SuppressionSettings.SoftBounces(5, Duration.ofDays(7), Duration.ofDays(30)));

    private final MovableClock clock = new MovableClock();
    private Database database;
    private Suppressions suppressions;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        suppressions = with(SETTINGS);
    }

    @Test
    void whatWasSuppressedStaysSoHoweverTheAddressIsWritten() {
        suppressions.suppress("email", " Ada@Example.COM", Suppression.HARD_BOUNCE, "postmark");
        suppressions.suppress("sms", "+49 151 23456789", Suppression.BY_PROVIDER, "twilio");

        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA).orElseThrow().reason())
                .isEqualTo(Suppression.HARD_BOUNCE);
        assertThat(suppressions.find(ShopKey.MAIN, "sms", "+4915123456789")).isPresent();
        assertThat(suppressions.find(ShopKey.MAIN, "whatsapp", "+4915123456789"))
                .isEmpty();
        assertThat(suppressions.find(ShopKey.MAIN, "email", "bob@example.com")).isEmpty();
        assertThat(with(SETTINGS).find(ShopKey.MAIN, "email", ADA)).isPresent();
    }

    @Test
    void theAddressItselfIsNowhere() {
        suppressions.suppress("email", ADA, Suppression.COMPLAINT, "postmark");

        assertThat(database.client()
                        .sql("select * from suppressions")
                        .query()
                        .singleRow()
                        .toString())
                .doesNotContainIgnoringCase("ada@", "example");
    }

    @Test
    void aHashMadeWithAnotherKeySaysNothing() {
        suppressions.suppress("email", ADA, Suppression.COMPLAINT, "postmark");

        assertThat(with(new SuppressionSettings("another key", SETTINGS.softBounces()))
                        .find(ShopKey.MAIN, "email", ADA))
                .isEmpty();
    }

    @Test
    void ofSeveralReasonsTheStrictestCounts() {
        suppressions.suppress("email", ADA, Suppression.COMPLAINT, "postmark");
        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA).orElseThrow().endsOnlyMarketing())
                .isTrue();

        suppressions.suppress("email", ADA, Suppression.HARD_BOUNCE, "postmark");
        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA).orElseThrow().endsOnlyMarketing())
                .isFalse();
    }

    @Test
    void liftedItIsGoneUntilItHappensAgain() {
        suppressions.suppress("email", ADA, Suppression.HARD_BOUNCE, "postmark");

        assertThat(suppressions.lift(ShopKey.MAIN, "email", ADA, "admin")).isTrue();
        assertThat(suppressions.lift(ShopKey.MAIN, "email", ADA, "admin")).isFalse();
        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA)).isEmpty();

        suppressions.suppress("email", ADA, Suppression.HARD_BOUNCE, "postmark");
        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA)).isPresent();
    }

    @Test
    void fiveBouncesOverAWeekRestTheAddressForAMonth() {
        Instant now = clock.instant();
        for (int day = 0; day < 4; day++) {
            bounce("b" + day, now.minus(Duration.ofDays(8 - day)));
        }
        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA)).isEmpty();

        bounce("b4", now);

        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA).orElseThrow().reason())
                .isEqualTo(Suppression.SOFT_BOUNCES);
        clock.advance(Duration.ofDays(31));
        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA)).isEmpty();
    }

    @Test
    void manyBouncesInOneWeekOrOneToldManyTimesAreNotEnough() {
        Instant now = clock.instant();
        for (int hour = 0; hour < 20; hour++) {
            bounce("of one bad day " + hour, now.minus(Duration.ofHours(hour)));
        }
        for (int times = 0; times < 5; times++) {
            suppressions.softBounce("email", "bob@example.com", "same", now.minus(Duration.ofDays(times * 3L)));
        }

        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA)).isEmpty();
        assertThat(suppressions.find(ShopKey.MAIN, "email", "bob@example.com")).isEmpty();
    }

    private void bounce(String id, Instant at) {
        suppressions.softBounce("email", ADA, id, at);
    }

    @Test
    void whatWasSaidToOneShopStopsThatShopOnly() {
        suppressions.suppress(BLUE, "email", ADA, Suppression.COMPLAINT, "postmark");

        assertThat(suppressions.find(BLUE, "email", ADA)).isPresent();
        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA)).isEmpty();
        assertThat(suppressions.lift(ShopKey.MAIN, "email", ADA, "admin")).isFalse();
        assertThat(suppressions.find(BLUE, "email", ADA)).isPresent();
        assertThat(suppressions.lift(BLUE, "email", ADA, "admin")).isTrue();
        assertThat(suppressions.find(BLUE, "email", ADA)).isEmpty();
    }

    @Test
    void whatIsSoOfAnAddressIsSoForEveryShop() {
        suppressions.suppress("email", ADA, Suppression.HARD_BOUNCE, "postmark");

        assertThat(suppressions.find(BLUE, "email", ADA)).isPresent();
        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA)).isPresent();
        assertThat(suppressions.lift(BLUE, "email", ADA, "admin")).isTrue();
        assertThat(suppressions.find(ShopKey.MAIN, "email", ADA)).isEmpty();
    }

    private Suppressions with(SuppressionSettings settings) {
        AddressHashes hashes = new AddressHashes(settings, database.client());
        return database.transactional(new Suppressions(database.client(), hashes, settings, clock));
    }
}
