package dev.afterglow.order;

import static dev.afterglow.order.ParcelStatus.DELIVERED;
import static dev.afterglow.order.ParcelStatus.DELIVERY_FAILED;
import static dev.afterglow.order.ParcelStatus.IN_TRANSIT;
import static dev.afterglow.order.ParcelStatus.LOST;
import static dev.afterglow.order.ParcelStatus.ON_HOLD;
import static dev.afterglow.order.ParcelStatus.OUT_FOR_DELIVERY;
import static dev.afterglow.order.ParcelStatus.PENDING;
import static dev.afterglow.order.ParcelStatus.READY_FOR_PICKUP;
import static dev.afterglow.order.ParcelStatus.RETURN_TO_SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StandingTest {

    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void aParcelNobodySawYetIsAnnounced() {
        Standing standing = Standing.after(List.of(), MORNING);

        assertThat(standing.status()).isEqualTo(PENDING);
        assertThat(standing.since()).isEqualTo(MORNING);
        assertThat(standing.deliveredAt()).isNull();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("forward", List.of(IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED), DELIVERED, 2),
                Arguments.of(
                        "tried twice",
                        List.of(OUT_FOR_DELIVERY, DELIVERY_FAILED, OUT_FOR_DELIVERY),
                        OUT_FOR_DELIVERY,
                        2),
                Arguments.of("goes back", List.of(DELIVERED, RETURN_TO_SENDER), RETURN_TO_SENDER, 1),
                Arguments.of("back at the shop", List.of(RETURN_TO_SENDER, DELIVERED), RETURN_TO_SENDER, 0),
                Arguments.of("never back on the road", List.of(DELIVERED, IN_TRANSIT), DELIVERED, 0),
                Arguments.of(
                        "not from the van to the road", List.of(OUT_FOR_DELIVERY, IN_TRANSIT), OUT_FOR_DELIVERY, 0),
                Arguments.of("waits at the locker", List.of(DELIVERY_FAILED, READY_FOR_PICKUP), READY_FOR_PICKUP, 1),
                Arguments.of("held up and free again", List.of(IN_TRANSIT, ON_HOLD, IN_TRANSIT), IN_TRANSIT, 2),
                Arguments.of("lost and found", List.of(IN_TRANSIT, LOST, DELIVERED), DELIVERED, 2),
                Arguments.of("seen twice", List.of(IN_TRANSIT, IN_TRANSIT), IN_TRANSIT, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void itMovesForwardAndBackOnlyWhereThatIsPossible(
            String name, List<ParcelStatus> way, ParcelStatus end, int sinceScan) {
        Standing standing = Standing.after(scans(way), MORNING);

        assertThat(standing.status()).isEqualTo(end);
        assertThat(standing.since()).isEqualTo(MORNING.plusSeconds(60L * (sinceScan + 1)));
    }

    @Test
    void whatWentBackIsNotDelivered() {
        assertThat(Standing.after(scans(List.of(DELIVERED)), MORNING).deliveredAt())
                .isEqualTo(MORNING.plusSeconds(60));
        assertThat(Standing.after(scans(List.of(DELIVERED, RETURN_TO_SENDER)), MORNING)
                        .deliveredAt())
                .isNull();
    }

    @Test
    void tenThousandWaysEndTheSameInWhateverOrderTheScansAreRead() {
        Random chance = new Random(20_261_122);
        for (int i = 0; i < 10_000; i++) {
            List<Scan> scans = new ArrayList<>();
            for (int n = chance.nextInt(9); n >= 0; n--) {
                ParcelStatus status = ParcelStatus.values()[chance.nextInt(ParcelStatus.values().length)];
                scans.add(new Scan(status, MORNING.plusSeconds(chance.nextInt(5))));
            }
            Standing one = Standing.after(scans, MORNING);
            Collections.shuffle(scans, chance);

            assertThat(Standing.after(scans, MORNING)).isEqualTo(one);
        }
    }

    private static List<Scan> scans(List<ParcelStatus> way) {
        List<Scan> scans = new ArrayList<>();
        for (ParcelStatus status : way) {
            scans.add(new Scan(status, MORNING.plusSeconds(60L * (scans.size() + 1))));
        }
        return scans;
    }
}
