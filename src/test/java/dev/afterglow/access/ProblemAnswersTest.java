package dev.afterglow.access;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class ProblemAnswersTest {

    private final MockMvc door = MockMvcBuilders.standaloneSetup(new DoorWithoutDatabase())
            .setControllerAdvice(new ProblemAnswers())
            .build();

    @Test
    void withoutADatabaseSendersAreAskedToComeAgainAndNeverToldThatAllIsWell() throws Exception {
        for (String path : new String[] {"/transaction", "/connection"}) {
            door.perform(post(path))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().string("Retry-After", "30"))
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        }
    }

    @RestController
    static class DoorWithoutDatabase {

        @PostMapping("/transaction")
        void transaction() {
            throw new CannotCreateTransactionException("no connection");
        }

        @PostMapping("/connection")
        void connection() {
            throw new CannotGetJdbcConnectionException("no connection");
        }
    }
}
