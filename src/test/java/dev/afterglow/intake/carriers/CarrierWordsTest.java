package dev.afterglow.intake.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.order.Incident;
import dev.afterglow.order.Incident.Owner;
import dev.afterglow.order.ParcelStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierWordsTest {

    @Test
    void aDetailSaysMoreThanItsStatus() {
        CarrierWords aftership = CarrierWords.of("aftership");

        assertThat(aftership.meaning("Exception", "Exception_003"))
                .isEqualTo(new Meaning(ParcelStatus.ON_HOLD, new Incident(Owner.RECIPIENT, "refused"), null));
        assertThat(aftership.meaning("Delivered", "Delivered_005"))
                .isEqualTo(new Meaning(ParcelStatus.DELIVERED, null, "neighbour"));
    }

    @Test
    void aDetailNobodyKnowsAddsNothing() {
        assertThat(CarrierWords.of("aftership").meaning("Exception", "Exception_999"))
                .isEqualTo(CarrierWords.of("aftership").meaning("Exception", null));
    }

    @Test
    void aStatusNobodyKnowsIsUnknownAndNoError() {
        assertThat(CarrierWords.of("shippo").meaning("TELEPORTED", "out_for_delivery"))
                .isEqualTo(Meaning.UNKNOWN);
        assertThat(CarrierWords.of("shippo").meaning(null, null)).isEqualTo(Meaning.UNKNOWN);
    }

    @Test
    void oneLineCanSpeakOfSeveralStatuses() {
        CarrierWords easypost = CarrierWords.of("easypost");

        assertThat(easypost.meaning("failure", "lost").status()).isEqualTo(ParcelStatus.LOST);
        assertThat(easypost.meaning("in_transit", "lost").status()).isEqualTo(ParcelStatus.LOST);
        assertThat(easypost.meaning("delivered", "lost").status()).isEqualTo(ParcelStatus.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aftership", "easypost", "shippo"})
    void whatHoldsAParcelUpAlwaysSaysWhoseItIs(String platform) {
        assertThat(CarrierWords.of(platform).all())
                .hasSizeGreaterThan(20)
                .allSatisfy((word, meaning) ->
                        assertThat(meaning.incident() == null).as(word).isEqualTo(!needsAnIncident(meaning.status())));
    }

    private static boolean needsAnIncident(ParcelStatus status) {
        return switch (status) {
            case ON_HOLD, DELIVERY_DELAYED, DELIVERY_FAILED, LOST, DAMAGED -> true;
            default -> false;
        };
    }
}
