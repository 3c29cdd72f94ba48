package dev.afterglow.local;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ClockApiTest {

    @TempDir
    private Path folder;

    private LocalClock clock;
    private LocalBroker broker;
    private MockMvc api;

    @BeforeEach
    void start() throws IOException {
        clock = LocalClock.keptIn(folder.resolve("clock-offset"));
        broker = new LocalBroker(Brokers.onFreePorts("/nowhere/camunda"), DataFolder.of(folder), clock);
        api = MockMvcBuilders.standaloneSetup(new ClockApi(clock, new TimeTravel(clock, broker)))
                .build();
    }

    @AfterEach
    void stop() {
        broker.destroy();
    }

    @Test
    void theTimeAndItsOffsetAreTold() throws Exception {
        clock.moveBy(Duration.ofDays(3));
        api.perform(get("/api/clock"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.offset").value("PT72H"))
                .andExpect(jsonPath("$.now").isString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"by\":\"-P1D\"}",
                "{\"by\":\"PT0S\"}",
                "{\"by\":\"P401D\"}",
                "{\"by\":\"soon\"}",
                "{\"by\":\"\"}",
                "{\"by\":null}",
                "{}",
                "{\"by\":\"P99999999999999999D\"}",
                "{\"by\":{}}",
                "[",
                ""
            })
    void whatIsNoMoveForwardIsRefusedWithTheNameOfTheField(String body) throws Exception {
        advance(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("\"by\"")));
        Assertions.assertThat(clock.offset()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3D", "PT2H", "P3DT4H", "P400D"})
    void nothingMovesWhileTheBrokerIsNotThere(String by) throws Exception {
        advance("{\"by\":\"" + by + "\"}")
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("starting")));
        Assertions.assertThat(clock.offset()).isZero();
    }

    @Test
    void aBrokerThatIsDownSaysWhyHereAndOnTheHealthPage() throws Exception {
        broker.start();
        Awaitility.await().until(() -> broker.state() instanceof BrokerState.Down);
        advance("{\"by\":\"P1D\"}")
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.detail").value(containsString("/nowhere/camunda")));
        var health = new LocalBrokerHealth(broker).health();
        Assertions.assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        Assertions.assertThat(health.getDetails().get("reason")).asString().contains("/nowhere/camunda");
    }

    private ResultActions advance(String body) throws Exception {
        return api.perform(post("/api/clock/advance")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
