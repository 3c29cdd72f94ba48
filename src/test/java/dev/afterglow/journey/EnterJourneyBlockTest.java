package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.journeys.BuildingBlock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnterJourneyBlockTest {

    private final BuildingBlock block = BuildingBlock.named("enter-journey");

    @Test
    void untouchedFieldsAdmitEverybodyOnceForEachOrder() {
        assertThat(EntryTerms.of(new Fields(block.headers()))).isEqualTo(EntryTerms.of(new Fields(Map.of())));
    }

    @Test
    void whateverIsChosenIsUnderstood() {
        block.choices()
                .forEach((field, choices) -> choices.forEach(choice -> {
                    Map<String, String> chosen = new HashMap<>(block.headers());
                    chosen.put(field, choice);
                    assertThat(EntryTerms.of(new Fields(chosen))).isNotNull();
                }));
    }
}
