package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.afterglow.order.Order;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.SomeShops;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose reports and which ids are let in. */
class KnownShopsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final KnownShops one = new KnownShops(SomeShops.one());
    private final KnownShops two = new KnownShops(SomeShops.withBlue(SomeShops.one()));

    @Test
    void aReportOfAShopThatIsNotConfiguredIsRefusedByName() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> one.admitted(order("17", SomeShops.BLUE)))
                .satisfies(refusal ->
                        assertThat(refusal.getBody().getDetail()).contains("no shop \"blue\"", "afterglow.shops.blue"));
    }

    @Test
    void reportsOfBothShopsAreLetInUnderTheSameNumber() {
        assertThatCode(() -> two.admitted(order("17", ShopKey.MAIN))).doesNotThrowAnyException();
        assertThatCode(() -> two.admitted(order("17", SomeShops.BLUE))).doesNotThrowAnyException();
    }

    @Test
    void anIdOfTheMainShopThatWouldBeAnothersIsRefused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> two.admitted(order("blue/17", ShopKey.MAIN)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> two.admitted(Told.by("s", "1", "h")
                        .facts(List.of(new Fact.CaseOpened("c", "blue/17")))
                        .as("case.opened", "c", NOON)));
    }

    @Test
    void anIdWithASlashIsTheMainShopsWhenNoShopIsCalledSo() {
        assertThatCode(() -> two.admitted(order("2026/17", ShopKey.MAIN))).doesNotThrowAnyException();
        assertThatCode(() -> one.admitted(order("blue/17", ShopKey.MAIN))).doesNotThrowAnyException();
    }

    private static Told order(String id, ShopKey shop) {
        return Told.by("s", "1", "h").of(shop).order(Order.of(id, "s").build()).as("order.paid", id, NOON);
    }
}
