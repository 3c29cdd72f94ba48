package dev.afterglow.messaging.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consent.State;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.Preferences;
import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.policy.Objection.Silence;
import dev.afterglow.messaging.policy.Objection.Wait;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Traits;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderStatus;
import dev.afterglow.order.ShippingAddress;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.H2Extension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(H2Extension.class)
class PoliciesTest {

    /** A Wednesday, noon in Berlin. */
    private static final Instant NOON = Instant.parse("2026-11-18T11:00:00Z");

    private static final Instant NIGHT = Instant.parse("2026-11-18T22:30:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-19T07:00:00Z");

    private TheShop shop;
    private String ada;

    @BeforeEach
    void open(Database database) {
        shop = new TheShop(database, new MovableClock());
        ada = shop.customer("ada@example.com", "de-DE");
    }

    @Test
    void aServiceMessageAboutAPaidOrderMayGoAtAnyHour() {
        assertThat(service().at(NOON)).isEmpty();
        assertThat(service().at(NIGHT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, order-cancelled", "VOIDED, order-voided"})
    void deadOrdersAreNotSpokenAbout(OrderStatus status, String reason) {
        assertThat(service().about(Order.of("1", "shop").status(status)).at(NOON))
                .contains(new Silence(reason));
    }

    @Test
    void testOrdersAreNotSpokenAbout() {
        assertThat(service().about(Order.of("1", "shop").test(true)).at(NOON)).contains(new Silence("test-order"));
    }

    @Test
    void withoutAnAddressThereIsSilence() {
        assertThat(service().to(null).at(NOON)).contains(new Silence("no-address"));
        assertThat(Policies.concernsOnlyTheChannel("no-address")).isTrue();
    }

    @Test
    void whatIsNotUsefulAnyMoreIsNotSent() {
        Asking asking = service().usefulFor(Duration.ofHours(2)).wantedAt(NOON);

        assertThat(asking.at(NOON.plus(Duration.ofHours(2)))).isEmpty();
        assertThat(asking.at(NOON.plus(Duration.ofHours(2)).plusSeconds(1)))
                .contains(new Silence("not-useful-any-more"));
    }

    @Test
    void whatWouldHaveToWaitTooLongIsNotSentEither() {
        say(State.GIVEN, "email", Topic.OFFERS);

        assertThat(offer().wantedAt(NIGHT).usefulFor(Duration.ofHours(2)).at(NIGHT))
                .contains(new Silence("not-useful-any-more"));
        assertThat(offer().wantedAt(NIGHT).usefulFor(Duration.ofHours(20)).at(NIGHT))
                .hasValueSatisfying(against -> assertThat(against.reason()).isEqualTo("quiet-hours"));
    }

    @Nested
    class OfAddresses {

        @Test
        void whatBouncedGetsNothing() {
            shop.suppressions.suppress("email", "ada@example.com", Suppression.HARD_BOUNCE, "postmark");

            assertThat(service().at(NOON)).contains(new Silence("suppressed"));
            assertThat(service().to("other@example.com").at(NOON)).isEmpty();
            assertThat(Policies.concernsOnlyTheChannel("suppressed")).isTrue();
        }

        @Test
        void whoComplainedGetsNoMarketingButWhatMustBeTold() {
            say(State.GIVEN, "email", Topic.OFFERS);
            shop.suppressions.suppress("email", "ada@example.com", Suppression.COMPLAINT, "postmark");

            assertThat(offer().at(NOON)).contains(new Silence("complained"));
            assertThat(service().at(NOON)).isEmpty();
            assertThat(Policies.concernsOnlyTheChannel("complained")).isFalse();
        }
    }

    @Nested
    class OfConsent {

        @ParameterizedTest
        @ValueSource(strings = {"DE", "AT", "FR", "NO", "GB", "CH", "JP", "BR"})
        void withoutItThereIsNoMarketing(String country) {
            assertThat(offer().in(country).at(NOON)).contains(new Silence("no-consent"));
        }

        @Test
        void withItThereIsOnThatChannelAboutThatTopic() {
            say(State.GIVEN, "email", Topic.OFFERS);

            assertThat(offer().at(NOON)).isEmpty();
            assertThat(marketing(Topic.REVIEWS).at(NOON)).contains(new Silence("no-consent"));
            assertThat(offer().by("sms").to("+4915123456789").at(NOON)).contains(new Silence("no-consent"));
        }

        @Test
        void takenBackItIsGone() {
            say(State.GIVEN, "email", Topic.OFFERS);
            say(State.WITHDRAWN, "email", Topic.OFFERS);

            assertThat(offer().at(NOON)).contains(new Silence("consent-withdrawn"));
            assertThat(offer().in("US").at(NOON)).contains(new Silence("consent-withdrawn"));
            assertThat(service().at(NOON)).isEmpty();
        }

        @Test
        void unconfirmedItDoesNotCount() {
            say(State.PENDING, "email", Topic.OFFERS);

            assertThat(offer().at(NOON)).contains(new Silence("consent-pending"));
        }

        @Test
        void ofNobodyWeKnowThereIsNone() {
            assertThat(offer().of(null).in("US").at(NOON)).contains(new Silence("no-consent"));
        }

        @Test
        void inTheUnitedStatesMailMayBeSentUntilTheyOptOutButTextMayNot() {
            assertThat(offer().in("US", "NY").at(Instant.parse("2026-11-18T17:00:00Z")))
                    .isEmpty();
            assertThat(offer().by("sms").to("+12025550123").in("US", "NY").at(Instant.parse("2026-11-18T17:00:00Z")))
                    .contains(new Silence("no-consent"));
        }

        @Test
        void inCanadaAPurchaseCountsForTwoYears() {
            Instant noonInToronto = Instant.parse("2026-11-18T17:00:00Z");
            assertThat(offer().in("CA", "ON").at(noonInToronto)).contains(new Silence("no-consent"));

            shop.bought(ada, "77", noonInToronto.minus(Duration.ofDays(729)));
            assertThat(offer().in("CA", "ON").at(noonInToronto)).isEmpty();
            assertThat(offer().in("CA", "ON").at(noonInToronto.plus(Duration.ofDays(2))))
                    .contains(new Silence("no-consent"));
        }

        @Test
        void existingCustomersCountOnlyWhereTheShopSaysSo() {
            shop.bought(ada, "77", NOON.minus(Duration.ofDays(10)));
            assertThat(offer().in("DE").at(NOON)).contains(new Silence("no-consent"));

            shop.decides(new ConsentSettings(null, Set.of(), Set.of("de"), Set.of()));
            assertThat(offer().in("DE").at(NOON)).isEmpty();
            assertThat(offer().in("FR").at(NOON)).contains(new Silence("no-consent"));
            assertThat(offer().in("DE").by("sms").to("+4915123456789").at(NOON)).contains(new Silence("no-consent"));
        }

        @Test
        void whoNeverBoughtIsNoExistingCustomer() {
            shop.decides(new ConsentSettings(null, Set.of(), Set.of("DE"), Set.of()));

            assertThat(offer().in("DE").at(NOON)).contains(new Silence("no-consent"));
        }

        @ParameterizedTest
        @EnumSource(
                value = Topic.class,
                names = {"FEEDBACK", "REVIEWS"})
        void aSurveyIsMarketingInEuropeWhateverItsWordsSay(Topic topic) {
            Asking survey = asking(new Traits(Purpose.SERVICE, topic, false, null, false, false));

            assertThat(survey.in("DE").at(NOON)).contains(new Silence("no-consent"));
            assertThat(survey.in("GB").at(NOON)).contains(new Silence("no-consent"));
            assertThat(survey.in("US", "NY").at(NOON)).isEmpty();
            assertThat(shop.policies()
                            .traits(survey.in("DE").audience(), survey.traits())
                            .purpose())
                    .isEqualTo(Purpose.MARKETING);

            shop.decides(new ConsentSettings(null, Set.of(), Set.of(), Set.of("GB")));
            assertThat(survey.in("GB").at(NOON)).isEmpty();
            assertThat(survey.in("DE").at(NOON)).contains(new Silence("no-consent"));
        }

        @Test
        void theCountryIsThatOfTheAddressElseOfTheLanguageElseOfTheShop() {
            Instant dayInAllOfThem = Instant.parse("2026-11-18T19:00:00Z");
            assertThat(offer().in("US").at(dayInAllOfThem)).isEmpty();
            assertThat(offer().of(shop.person(ada, "en-US")).at(dayInAllOfThem)).isEmpty();
            assertThat(offer().of(shop.person(ada, "en")).at(dayInAllOfThem)).contains(new Silence("no-consent"));

            shop.decides(new ConsentSettings("us", Set.of(), Set.of(), Set.of()));
            assertThat(offer().of(shop.person(ada, "en")).at(dayInAllOfThem)).isEmpty();
            assertThat(offer().of(shop.person(ada, "de-DE")).at(dayInAllOfThem)).contains(new Silence("no-consent"));
        }

        @Test
        void aGiftSaysNothingAboutWhereItsBuyerLives() {
            Order gift = Order.of("1", "shop")
                    .status(OrderStatus.PAID)
                    .shipTo(ShippingAddress.in("US", "NY"))
                    .gift(true)
                    .build();

            assertThat(offer().about(gift.but()).at(NOON)).contains(new Silence("no-consent"));
        }

        @Test
        void whoStoppedTextsGetsNotEvenThoseAboutTheOrder() {
            Asking text = service().by("sms").to("+4915123456789");
            assertThat(text.at(NOON)).isEmpty();

            say(State.WITHDRAWN, "sms", Topic.ORDER);
            assertThat(text.at(NOON)).contains(new Silence("consent-withdrawn"));
            assertThat(service().at(NOON)).isEmpty();
        }

        @Test
        void whatMustBeToldByMailCannotBeUnsubscribedFrom() {
            say(State.WITHDRAWN, "email", Topic.ORDER);

            assertThat(service().at(NOON)).isEmpty();
        }

        @Test
        void aNoIsNotFollowedToTheNextChannelButSilenceIs() {
            assertThat(Policies.concernsOnlyTheChannel("consent-withdrawn")).isFalse();
            assertThat(Policies.concernsOnlyTheChannel("no-consent")).isTrue();
            assertThat(Policies.concernsOnlyTheChannel("order-cancelled")).isFalse();
            assertThat(Policies.concernsOnlyTheChannel("smtp-550")).isFalse();
        }
    }

    @Nested
    class OfPreferences {

        @BeforeEach
        void consent() {
            say(State.GIVEN, "email", Topic.OFFERS);
        }

        @Test
        void aChannelThatIsOffIsOffForMarketing() {
            Preferences noMail = new Preferences(null, false, null, Set.of("email"));

            assertThat(offer().preferring(noMail).at(NOON)).contains(new Silence("channel-off"));
            assertThat(service().preferring(noMail).at(NOON)).isEmpty();
        }

        @Test
        void aPauseIsWaitedFor() {
            Instant friday = NOON.plus(Duration.ofDays(2));
            Preferences paused = new Preferences(null, false, friday, Set.of());

            assertThat(offer().preferring(paused).at(NOON)).contains(new Wait("paused", friday));
            assertThat(offer().preferring(paused).at(friday)).isEmpty();
            assertThat(service().preferring(paused).at(NOON)).isEmpty();
        }

        @Test
        void ofTwoWaitsTheLongerCounts() {
            Preferences paused = new Preferences(null, false, NIGHT.plusSeconds(60), Set.of());

            assertThat(offer().preferring(paused).at(NIGHT)).contains(new Wait("quiet-hours", MORNING));
        }
    }

    @Nested
    class OfPossession {

        private final Order paid =
                Order.of("1", "shop").status(OrderStatus.PAID).build();

        @ParameterizedTest
        @EnumSource(
                value = Topic.class,
                names = {"FEEDBACK", "REVIEWS", "CARE"})
        void onlyThoseWhoHaveItAreAsked(Topic topic) {
            say(State.GIVEN, "email", topic);
            Asking asking = marketing(topic).wantedAt(NOON);

            assertThat(asking.about(paid.but()).at(NOON))
                    .contains(new Wait("not-delivered-yet", NOON.plus(Duration.ofDays(1))));
            assertThat(asking.about(paid.but().deliveredAt(NOON)).at(NOON)).isEmpty();
            assertThat(asking.about(paid.but().deliveredAt(NOON).returnedAt(NOON))
                            .at(NOON))
                    .contains(new Silence("nothing-kept"));
            assertThat(asking.about(paid.but()).at(NOON.plus(Duration.ofDays(91))))
                    .contains(new Silence("not-useful-any-more"));
        }

        @Test
        void wordsThatSpeakOfProductsAreOnlyForThoseWhoHaveThem() {
            Asking guide = asking(new Traits(Purpose.SERVICE, Topic.ORDER, true, null, false, false));

            assertThat(guide.about(paid.but()).at(NOON)).isPresent();
            assertThat(guide.about(paid.but().deliveredAt(NOON)).at(NOON)).isEmpty();
            assertThat(guide.about((Order) null).at(NOON)).contains(new Silence("nothing-kept"));
            assertThat(service().about(paid.but()).at(NOON)).isEmpty();
        }
    }

    @Nested
    class OfOpenCases {

        @Test
        void whoWaitsForAnAnswerIsNotAdvertisedTo() {
            say(State.GIVEN, "email", Topic.OFFERS);
            shop.cases.opened("case-1", ada, NOON.minusSeconds(60));

            assertThat(offer().at(NOON)).contains(new Wait("open-case", NOON.plus(Duration.ofHours(6))));
            assertThat(service().at(NOON)).isEmpty();

            shop.cases.closed("case-1", ada, NOON);
            assertThat(offer().at(NOON)).isEmpty();
        }
    }

    @Nested
    class OfQuietHours {

        @BeforeEach
        void consent() {
            for (String channel : List.of("email", "sms", "letter")) {
                say(State.GIVEN, channel, Topic.OFFERS);
            }
        }

        @Test
        void marketingWaitsForTheMorningWhereTheCustomerLives() {
            assertThat(offer().in("DE").at(NIGHT)).contains(new Wait("quiet-hours", MORNING));
            assertThat(offer().in("JP").at(NIGHT)).isPresent();
            assertThat(offer().in("US", "CA").at(NIGHT)).isEmpty();
        }

        @Test
        void aLetterComesByDayAnyway() {
            assertThat(offer().by("letter").to("c-1").in("DE").at(NIGHT)).isEmpty();
        }

        @Test
        void aTextAboutTheOrderWaitsUnlessItIsUrgent() {
            Asking text = service().by("sms").to("+4915123456789").in("DE");
            Asking urgent = asking(new Traits(Purpose.SERVICE, Topic.ORDER, false, null, true, false))
                    .by("sms")
                    .to("+4915123456789")
                    .in("DE");

            assertThat(text.at(NIGHT)).contains(new Wait("quiet-hours", MORNING));
            assertThat(urgent.at(NIGHT)).isEmpty();
        }

        @Test
        void americanLawKeepsTextsByDayWhateverIsConfigured() {
            shop.settles(new PolicySettings(
                    new PolicySettings.QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false),
                    new PolicySettings.Frequency(1, 3),
                    Duration.ZERO));
            Instant halfPastEightInMiami = Instant.parse("2026-11-19T01:30:00Z");
            Asking text = offer().by("sms").to("+12025550123");

            assertThat(text.in("US", "NY").at(NIGHT.plus(Duration.ofHours(4)))).isPresent();
            assertThat(text.in("US", "NY").at(halfPastEightInMiami)).isEmpty();
            assertThat(text.in("US", "FL").at(halfPastEightInMiami)).isPresent();
            assertThat(text.in("DE").at(NIGHT)).isEmpty();
            assertThat(offer().in("US", "NY").at(NIGHT.plus(Duration.ofHours(4))))
                    .isEmpty();
        }

        @Test
        void thoseWhoWaitForTheSameMomentAreSpread() {
            shop.settles(new PolicySettings(
                    new PolicySettings.QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), false),
                    new PolicySettings.Frequency(1, 3),
                    Duration.ofMinutes(30)));

            List<Instant> ends = IntStream.range(0, 200)
                    .mapToObj(
                            i -> ((Wait) offer().in("DE").as("m-" + i).at(NIGHT).orElseThrow()).until())
                    .toList();

            assertThat(ends)
                    .allSatisfy(end -> assertThat(end).isBetween(MORNING, MORNING.plus(Duration.ofMinutes(30))));
            assertThat(ends.stream().distinct().count()).isGreaterThan(150);
            assertThat(offer().in("DE").as("m-7").at(NIGHT)).contains(new Wait("quiet-hours", ends.get(7)));
            assertThat(offer().in("DE").as("m-7").at(NIGHT.plusSeconds(999)))
                    .contains(new Wait("quiet-hours", ends.get(7)));
        }
    }

    @Nested
    class OfFrequency {

        private final Preferences fewer = new Preferences(null, true, null, Set.of());

        @BeforeEach
        void consent() {
            say(State.GIVEN, "email", Topic.OFFERS);
            say(State.GIVEN, "email", Topic.REVIEWS);
        }

        @Test
        void oneADayIsEnough() {
            Instant tenInTheMorning = NOON.minus(Duration.ofHours(2));
            shop.sent(ada, "m-1", tenInTheMorning);

            assertThat(offer().at(NOON)).contains(new Wait("frequency-cap", tenInTheMorning.plus(Duration.ofDays(1))));
            assertThat(offer().at(tenInTheMorning.plus(Duration.ofDays(1)))).isEmpty();
            assertThat(service().at(NOON)).isEmpty();
            assertThat(offer().as("m-1").at(NOON)).isEmpty();
        }

        @Test
        void threeAWeekAreEnough() {
            for (int day = 1; day <= 3; day++) {
                shop.sent(ada, "m-" + day, NOON.minus(Duration.ofDays(day * 2L)));
            }

            assertThat(offer().at(NOON)).contains(new Wait("frequency-cap", NOON.plus(Duration.ofDays(1))));
        }

        @Test
        void whoAskedForFewerGetsHalf() {
            shop.sent(ada, "m-1", NOON.minus(Duration.ofHours(30)));

            assertThat(offer().at(NOON)).isEmpty();
            assertThat(offer().preferring(fewer).at(NOON))
                    .contains(new Wait("frequency-cap", NOON.plus(Duration.ofHours(18))));
        }

        @ParameterizedTest
        @CsvSource({"reserved, true", "handed-over, true", "uncertain, true", "silent, false", "rejected, false"})
        void whatMayHaveArrivedCounts(String status, boolean counts) {
            shop.row(ada, "m-1", status, Topic.OFFERS, null, NOON.minusSeconds(60), null);

            assertThat(offer().at(NOON).isPresent()).isEqualTo(counts);
        }

        @Test
        void anEarlierTopicThatWaitsKeepsItsPlace() {
            Instant soon = NOON.plus(Duration.ofHours(1));
            shop.row(ada, "m-1", "deferred", Topic.REVIEWS, "quiet-hours", NOON.minusSeconds(60), soon);

            assertThat(offer().at(NOON)).contains(new Wait("frequency-cap", soon.plus(Duration.ofMinutes(15))));
            assertThat(marketing(Topic.REVIEWS)
                            .about(Order.of("1", "shop")
                                    .status(OrderStatus.PAID)
                                    .deliveredAt(NOON))
                            .at(NOON))
                    .isEmpty();
        }

        @Test
        void whoWaitsForSomethingElseOrIsLongOverdueKeepsNobodyWaiting() {
            Instant soon = NOON.plus(Duration.ofHours(1));
            shop.row(ada, "m-1", "deferred", Topic.REVIEWS, "not-delivered-yet", NOON.minusSeconds(60), soon);
            Instant longAgo = NOON.minus(Duration.ofHours(3));
            shop.row(ada, "m-2", "deferred", Topic.REVIEWS, "quiet-hours", longAgo, longAgo);

            assertThat(offer().at(NOON)).isEmpty();
        }
    }

    @Nested
    class OfOccasions {

        private final Asking once = asking(new Traits(Purpose.SERVICE, Topic.ORDER, false, null, false, true));

        @Test
        void whatIsSaidOnceIsNotSaidAgain() {
            assertThat(once.at(NOON)).isEmpty();
            shop.sent(ada, "m-1", NOON.minus(Duration.ofDays(90)));

            assertThat(once.at(NOON)).contains(new Silence("duplicate-occasion"));
            assertThat(once.as("m-1").at(NOON)).isEmpty();
            assertThat(once.occasion("2027").at(NOON)).isEmpty();
            assertThat(service().at(NOON)).isEmpty();
        }

        @Test
        void whatWasNeverSentDoesNotCount() {
            shop.row(ada, "m-1", "silent", Topic.ORDER, "no-address", NOON, null);

            assertThat(once.at(NOON)).isEmpty();
        }
    }

    private Asking service() {
        return asking(Traits.of(Purpose.SERVICE));
    }

    private Asking offer() {
        return marketing(Topic.OFFERS);
    }

    private Asking marketing(Topic topic) {
        return asking(new Traits(Purpose.MARKETING, topic, false, null, false, false));
    }

    private Asking asking(Traits traits) {
        return Asking.of(() -> shop.policies(), traits, () -> shop.person(ada, "de-DE"));
    }

    private void say(State state, String channel, Topic topic) {
        shop.consents.record(ada, new Consent(channel, topic, state, "test", null, null, shop.nextMoment()));
    }
}
