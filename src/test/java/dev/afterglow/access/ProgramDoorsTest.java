package dev.afterglow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.afterglow.console.ConsoleTest;
import dev.afterglow.console.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ConsoleTest
class ProgramDoorsTest {

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orders/1",
                "/api/messages?order=1",
                "/api/messages/1/html",
                "/api/events?order=1",
                "/api/journeys",
                "/api/nothing",
                "/events",
                "/actuator",
                "/actuator/prometheus"
            })
    void withoutTheKeyNothingIsTold(String path) throws Exception {
        for (String shown :
                new String[] {"", "Bearer", "Bearer wrong", "Bearer the-key2", "Basic the-key", "the-key"}) {
            MockHttpServletRequestBuilder request = get(path);
            web.perform(shown.isEmpty() ? request : request.header("Authorization", shown))
                    .andExpect(status().isUnauthorized())
                    .andExpect(header().string("WWW-Authenticate", "Bearer"))
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.title").value("Unauthorized"))
                    .andExpect(jsonPath("$.detail", containsString("Authorization")))
                    .andExpect(cookie().doesNotExist("JSESSIONID"));
        }
    }

    @Test
    void theKeyOpensTheApiAndTheMeasurements() throws Exception {
        web.perform(withKey(get("/api/journeys"))).andExpect(status().isOk());
        web.perform(get("/api/journeys").header("Authorization", "bearer the-key"))
                .andExpect(status().isOk());
        web.perform(withKey(get("/actuator"))).andExpect(status().isOk());
    }

    @Test
    void theKeyDoesNotOpenTheStaffPages() throws Exception {
        web.perform(withKey(get("/"))).andExpect(status().is3xxRedirection());
        web.perform(withKey(get("/journeys"))).andExpect(header().string("Location", "/login"));
    }

    @Test
    void healthIsOpenToEverybody() throws Exception {
        web.perform(get("/actuator/health")).andExpect(status().isOk());
        web.perform(get("/actuator/health/liveness")).andExpect(status().isOk());
    }

    @Test
    void anUnknownRouteIsAProblemAndNotASignIn() throws Exception {
        for (String path : new String[] {"/api/nothing", "/api", "/hooks/nobody", "/events/more"}) {
            web.perform(withKey(get(path)).accept(MediaType.TEXT_HTML, MediaType.ALL))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").value("There is nothing at " + path + "."))
                    .andExpect(jsonPath("$.instance").value(path));
        }
    }

    @Test
    void theWrongMethodIsAProblemAndChangesNothing() throws Exception {
        int before = rows.countAll();
        web.perform(withKey(delete("/api/orders/1")))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "GET"))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail", containsString("DELETE")));
        assertThat(rows.countAll()).isEqualTo(before);
    }

    @Test
    void webhooksNeedNoKeyAndNoFormToken() throws Exception {
        web.perform(post("/hooks/nobody").content("{}")).andExpect(status().isNotFound());
    }

    @Test
    void answersAreNeverKeptFramedOrGuessedAt() throws Exception {
        web.perform(withKey(get("/api/journeys")))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"));
    }

    private static MockHttpServletRequestBuilder withKey(MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer the-key");
    }
}
