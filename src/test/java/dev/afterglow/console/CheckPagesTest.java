package dev.afterglow.console;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.afterglow.journey.check.CheckRoom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ConsoleTest
class CheckPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @Test
    void thePageOfJourneysSaysWhichFolderIsNotSoundAndWhy() throws Exception {
        web.perform(get("/journeys").with(Somebody.operator()))
                .andExpect(content().string(containsString("greeting/Greeting.bpmn")))
                .andExpect(content().string(containsString("Not deployed")));
    }

    @Test
    void thePageOfJourneysSaysWhatCameFromElsewhere() throws Exception {
        rows.stranger("LateNote", 4, "refused", "late-note/LateNote.bpmn, Task_Ask: reason (rule)");
        web.perform(get("/journeys").with(Somebody.operator()))
                .andExpect(content().string(containsString("LateNote, version 4")))
                .andExpect(content().string(containsString("Would be refused")))
                .andExpect(content().string(containsString("Task_Ask: reason (rule)")));
        rows.stranger("Unknown", 1, "unreadable", "");
        web.perform(get("/journeys").with(Somebody.operator()))
                .andExpect(content().string(containsString("Unknown.bpmn")))
                .andExpect(content().string(containsString("Not checked")));
    }

    @Test
    void aProgramAsksForTheVerdictOfAJourney() throws Exception {
        web.perform(withKey(get("/api/journeys/Greeting/check")))
                .andExpect(jsonPath("$.refused").value(true))
                .andExpect(jsonPath("$.folders[0].folder").value("greeting"))
                .andExpect(jsonPath("$.folders[0].findings[0].rule").exists());
        web.perform(withKey(get("/api/journeys/Nobody/check"))).andExpect(status().isNotFound());
    }

    @Test
    void aFolderIsLookedAtWithoutBeingHere() throws Exception {
        web.perform(zip("", new CheckRoom()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.refused").value(false))
                .andExpect(jsonPath("$.folders[0].findings").isEmpty());
        web.perform(zip("late-note/", new CheckRoom().instead("P14D", "fortnight")))
                .andExpect(jsonPath("$.refused").value(true))
                .andExpect(jsonPath("$.folders[0].findings[0].rule").value("timer-readable"))
                .andExpect(jsonPath("$.folders[0].findings[0].element").value("BoundaryEvent_NoAnswer"));
    }

    @Test
    void whatIsNoZipFileIsRefusedAndSoIsAnythingWithoutTheKey() throws Exception {
        web.perform(withKey(post("/api/check")).contentType("application/zip").content("no zip"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("no zip file")));
        web.perform(post("/api/check").contentType("application/zip").content(packed("", Map.of("a", new byte[1]))))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void aSmallFileThatUnpacksToALargeOneIsRefused() throws Exception {
        byte[] bomb = packed("", Map.of("a.bpmn", new byte[20 * 1024 * 1024]));
        web.perform(withKey(post("/api/check")).contentType("application/zip").content(bomb))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("larger than")));
    }

    private MockHttpServletRequestBuilder zip(String top, CheckRoom room) throws IOException {
        return withKey(post("/api/check").param("name", "late-note"))
                .contentType("application/zip")
                .content(packed(top, room.folder().files()));
    }

    private static byte[] packed(String top, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(top + file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static MockHttpServletRequestBuilder withKey(MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer the-key");
    }
}
