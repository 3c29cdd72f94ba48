package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.customer.Topic;
import dev.afterglow.order.ParcelStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontMatterTest {

    @Test
    void everythingThePoliciesJudgeByIsRead() {
        FrontMatter front = new FrontMatter(
                "x.md",
                "subject: x\npurpose: marketing\ntopic: care\nproduct: kept\nexpires: P3D\nurgent: true\nonce: true\n");
        assertThat(front.traits())
                .isEqualTo(new Traits(Purpose.MARKETING, Topic.CARE, true, Duration.ofDays(3), true, true));
    }

    @Test
    void whereAParcelMustStillBeIsAListOfStatuses() {
        assertThat(new FrontMatter("x.md", "purpose: service\nparcel: out-for-delivery, delivery-failed\n")
                        .traits()
                        .parcel())
                .containsExactlyInAnyOrder(ParcelStatus.OUT_FOR_DELIVERY, ParcelStatus.DELIVERY_FAILED);
        assertThatExceptionOfType(WordsRefused.class)
                .isThrownBy(() -> new FrontMatter("x.md", "purpose: service\nparcel: at-home\n").traits())
                .withMessageContaining("at-home");
    }

    @Test
    void whatIsNotSaidIsTheUsual() {
        assertThat(new FrontMatter("x.md", "purpose: service").traits()).isEqualTo(Traits.of(Purpose.SERVICE));
        assertThat(new FrontMatter("x.md", "purpose: marketing").traits().topic())
                .isEqualTo(Topic.OFFERS);
    }

    @ParameterizedTest
    @CsvSource({"P3D,72", "P2W,336", "PT12H,12", "P1DT6H,30"})
    void anExpiryIsAnIsoPeriod(String written, int hours) {
        assertThat(new FrontMatter("x.md", "purpose: service\nexpires: " + written)
                        .traits()
                        .usefulFor())
                .isEqualTo(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "topik: care | line 3: front matter does not know \"topik\"",
                "topic: fun | line 3: topic is \"fun\", but must be order or feedback or reviews or care or offers",
                "product: all | line 3: product is \"all\", but must be kept or none",
                "urgent: soon | line 3: urgent is \"soon\"",
                "expires: 3 days | line 3: expires is \"3 days\", but must be like P3D",
                "expires: P1M | line 3: expires is \"P1M\"",
                "expires: -P3D | line 3: expires is \"-P3D\"",
                "expires: P0D | line 3: expires is \"P0D\"",
                "purpose: service | line 3: \"purpose\" stands here twice",
                "subject: [a, b] | line 3: here must be one plain value",
                "fields: text | line 3: here must be lines of",
                "subject: \"x | front matter: ",
                "subject: a: b | front matter: ",
                "subject: !!java.net.URL [x] | line 3: front matter: Global tag is not allowed"
            })
    void whatIsWrongIsNamedWithItsLine(String wrong, String reason) {
        assertThatThrownBy(() -> new FrontMatter("x.md", "purpose: service\n" + wrong + "\n").traits())
                .isInstanceOf(WordsRefused.class)
                .hasMessageStartingWith("x.md: line ")
                .hasMessageContaining(reason);
    }
}
