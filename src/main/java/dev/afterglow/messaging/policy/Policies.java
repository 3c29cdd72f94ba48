package dev.afterglow.messaging.policy;

import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.policy.Objection.Silence;
import dev.afterglow.messaging.policy.Objection.Wait;
import dev.afterglow.messaging.words.Audience;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Traits;
import dev.afterglow.order.Orders;
import dev.afterglow.order.Parcels;
import dev.afterglow.shop.Shop;
import dev.afterglow.shop.Shops;
import dev.afterglow.support.Cases;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules every message passes, in this order. */
@Component
public class Policies {

    private final List<Policy> all;
    private final Policy onlyWithConsent;
    private final PolicySettings settings;
    private final ConsentSettings consent;
    private final Shops shops;

    Policies(
            Consents consents,
            Suppressions suppressions,
            Orders orders,
            Parcels parcels,
            Cases cases,
            PastMessages past,
            PolicySettings settings,
            ConsentSettings consent,
            Shops shops) {
        this.settings = settings;
        this.consent = consent;
        this.shops = shops;
        this.onlyWithConsent = new OnlyWithConsent(consents, orders, consent);
        this.all = List.of(
                new NotForDeadOrders(),
                new OnlyWhileUseful(),
                new OnlyWhileTheParcelIsThere(parcels),
                new OnlyToAnAddress(),
                new NotToSuppressedAddresses(suppressions, shops),
                onlyWithConsent,
                new AsPreferred(),
                new OncePerOccasion(past),
                new OnlyToThoseWhoKeptIt(),
                new NotDuringAnOpenCase(cases),
                new NotDuringQuietHours(settings.quietHours(), new CustomerZones(shops)),
                new NotTooOften(settings.frequency(), past));
    }

    /** The first reason to stay silent; when there is none, the longest of all waits. */
    public Optional<Objection> objection(Question asked) {
        Matter matter = matter(asked);
        Wait longest = null;
        for (Policy policy : all) {
            switch (policy.objection(matter).orElse(null)) {
                case null -> {}
                case Silence silence -> {
                    return Optional.of(silence);
                }
                case Wait wait -> longest = longest == null || wait.until().isAfter(longest.until()) ? wait : longest;
            }
        }
        return Optional.ofNullable(longest).map(wait -> whileUseful(wait, asked));
    }

    /** What the message is where the customer lives: a survey may count as marketing although its words say service. */
    public Traits traits(Audience audience, Traits stated) {
        return isSurvey(stated) && surveysAreMarketing(country(audience)) ? stated.as(Purpose.MARKETING) : stated;
    }

    /** True when the customer's word, or what the law takes for it, allows messages about this topic on this channel now. */
    public boolean allow(Audience audience, String channel, Topic topic, Instant now) {
        Purpose purpose = topic == Topic.ORDER ? Purpose.SERVICE : Purpose.MARKETING;
        Traits traits = new Traits(purpose, topic, false, null, false, false);
        Question question = new Question("", audience, traits, "", "", channel, audience.address(channel), now, now);
        return onlyWithConsent.objection(matter(question)).isEmpty();
    }

    /** True when another channel may still be used although this one must stay silent for that reason. */
    public static boolean concernsOnlyTheChannel(String reason) {
        return Reason.of(reason).filter(Reason::isOfOneChannel).isPresent();
    }

    List<Policy> all() {
        return all;
    }

    private Matter matter(Question asked) {
        Purpose purpose = traits(asked.audience(), asked.traits()).purpose();
        return new Matter(asked, country(asked.audience()), purpose == Purpose.MARKETING);
    }

    private static boolean isSurvey(Traits traits) {
        return traits.topic() == Topic.FEEDBACK || traits.topic() == Topic.REVIEWS;
    }

    private boolean surveysAreMarketing(@Nullable String country) {
        return Jurisdiction.of(country).surveysAreMarketing()
                && (country == null || !consent.surveysAsService().contains(country));
    }

    /** Where the order goes, else where the customer's language is spoken, else where the shop is. */
    private @Nullable String country(Audience audience) {
        Shop shop = audience.shop(shops);
        return Stream.of(
                        Optional.ofNullable(audience.country()),
                        Optional.ofNullable(audience.locale()).map(Locale::getCountry),
                        Optional.of(shop.country()),
                        Optional.ofNullable(consent.country()),
                        Optional.of(shop.locale().getCountry()))
                .flatMap(Optional::stream)
                .filter(code -> !code.isEmpty())
                .map(code -> code.toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
    }

    private Objection whileUseful(Wait wait, Question asked) {
        Instant end = OnlyWhileUseful.end(asked);
        if (end != null && wait.until().isAfter(end)) {
            return new Silence(Reason.NOT_USEFUL_ANY_MORE.word());
        }
        Instant spread = wait.until().plusSeconds(spread(asked.messageId()));
        return new Wait(wait.reason(), end != null && spread.isAfter(end) ? end : spread);
    }

    // why: the same message always gets the same, so that judging it again does not move it about.
    private long spread(String messageId) {
        long bound = Math.max(1, settings.spread().toSeconds());
        return new SplittableRandom(messageId.hashCode()).nextLong(bound);
    }
}
