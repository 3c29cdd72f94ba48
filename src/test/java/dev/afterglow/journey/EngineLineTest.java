package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

class EngineLineTest extends AppTest {

    @Autowired
    private EngineLine line;

    @Test
    void theAppsOwnClientSpeaksOnTheLineThatCanBeDialledAgain() {
        assertThat(ReflectionTestUtils.getField(line, "channel")).isNotNull();
    }
}
