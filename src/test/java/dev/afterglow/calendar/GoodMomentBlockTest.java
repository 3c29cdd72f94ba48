package dev.afterglow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.journey.Fields;
import dev.afterglow.journeys.BuildingBlock;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoodMomentBlockTest {

    private final BuildingBlock block = BuildingBlock.named("good-moment");

    @Test
    void untouchedFieldsWaitADayAndSpreadOverHalfAnHour() {
        assertThat(Wait.of(new Fields(block.headers())))
                .isEqualTo(
                        new Wait(new After(Period.ofDays(1), Duration.ZERO), Wait.From.NOW, null, Wait.Days.ANY, 30));
    }

    @Test
    void whateverIsChosenIsUnderstood() {
        block.choices()
                .forEach((field, choices) -> choices.forEach(choice -> {
                    Map<String, String> chosen = new HashMap<>(block.headers());
                    chosen.put(field, choice);
                    assertThat(Wait.of(new Fields(chosen))).isNotNull();
                }));
    }
}
