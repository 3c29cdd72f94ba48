package dev.afterglow.access;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.afterglow.console.ConsoleSlice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(
        classes = ConsoleSlice.class,
        properties = {
            ConsoleSlice.DATABASE,
            "afterglow.local.enabled=false",
            "camunda.client.enabled=false",
            "afterglow.journey.folder=src/test/resources/console/bpmn"
        })
@AutoConfigureMockMvc
class NothingConfiguredTest {

    @Autowired
    MockMvc web;

    @Test
    void everyProgramIsRefusedAndToldWhy() throws Exception {
        for (String shown : new String[] {"Bearer ", "Bearer x", "Bearer null"}) {
            web.perform(get("/api/journeys").header("Authorization", shown))
                    .andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.detail", containsString("No API key is configured")));
        }
    }

    @Test
    void nobodySignsInAndThePageSaysWhy() throws Exception {
        for (String password : new String[] {"", "null", "admin"}) {
            web.perform(post("/login").with(csrf()).param("username", "admin").param("password", password))
                    .andExpect(unauthenticated());
        }
        web.perform(get("/login"))
                .andExpect(content().string(containsString("AFTERGLOW_CONSOLE_PASSWORD")))
                .andExpect(content().string(not(containsString("<form"))));
    }
}
