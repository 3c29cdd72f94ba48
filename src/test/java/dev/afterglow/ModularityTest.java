package dev.afterglow;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void roomsUseOnlyWhatTheirDoorsAllow() {
        ApplicationModules.of(Application.class).verify();
    }
}
