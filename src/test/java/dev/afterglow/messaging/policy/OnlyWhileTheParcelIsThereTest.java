package dev.afterglow.messaging.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.policy.Objection.Silence;
import dev.afterglow.messaging.words.Audience;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Traits;
import dev.afterglow.order.OrderRoom;
import dev.afterglow.order.ParcelName;
import dev.afterglow.order.ParcelStatus;
import dev.afterglow.order.Parcels;
import dev.afterglow.order.Scan;
import dev.afterglow.order.Shipment;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.H2Extension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(H2Extension.class)
class OnlyWhileTheParcelIsThereTest {

    private static final Instant EVENING = Instant.parse("2026-11-25T20:00:00Z");

    private Parcels parcels;
    private Policy policy;

    @BeforeEach
    void aParcelWithTheDriver(Database database) {
        parcels = OrderRoom.parcels(database, new MovableClock());
        policy = new OnlyWhileTheParcelIsThere(parcels);
        parcels.keep(
                ShopKey.MAIN,
                new Shipment(
                        "p-1",
                        "o-1",
                        EVENING,
                        false,
                        List.of(new Shipment.Line("line-1", 1)),
                        List.of(new Shipment.Label("DHL", "N1", null))),
                "");
        seen(ParcelStatus.OUT_FOR_DELIVERY, EVENING);
    }

    @Test
    void whatIsStillTrueIsSent() {
        assertThat(against(ParcelStatus.OUT_FOR_DELIVERY)).isEmpty();
    }

    @Test
    void whatStoppedBeingTrueInTheNightIsNot() {
        seen(ParcelStatus.DELIVERY_FAILED, EVENING.plusSeconds(3600));

        assertThat(against(ParcelStatus.OUT_FOR_DELIVERY)).contains(new Silence("parcel-moved-on"));
        assertThat(against(ParcelStatus.OUT_FOR_DELIVERY, ParcelStatus.DELIVERY_FAILED))
                .isEmpty();
    }

    @Test
    void wordsThatSayNothingOfAParcelAndRunsAboutSomethingElseAreLeftAlone() {
        seen(ParcelStatus.DELIVERED, EVENING.plusSeconds(3600));

        assertThat(against()).isEmpty();
        assertThat(policy.objection(matter("o-1", Set.of(ParcelStatus.OUT_FOR_DELIVERY))))
                .isEmpty();
    }

    private void seen(ParcelStatus status, Instant at) {
        parcels.keep(ShopKey.MAIN, new ParcelName.Numbered("N1"), new Scan(status, at));
    }

    private Optional<Objection> against(ParcelStatus... wanted) {
        return policy.objection(matter("p-1", Set.of(wanted)));
    }

    private static Matter matter(String businessKey, Set<ParcelStatus> wanted) {
        Traits traits = new Traits(Purpose.SERVICE, Topic.ORDER, false, null, false, false, wanted);
        Audience nobody = new Audience(null, null, false);
        return new Matter(
                new Question("m-1", nobody, traits, "words", "", "sms", null, EVENING, EVENING, businessKey),
                null,
                false);
    }
}
