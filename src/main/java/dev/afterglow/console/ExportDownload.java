package dev.afterglow.console;

import dev.afterglow.privacy.Exporting;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Everything we know about a customer, as a file for staff to hand on. */
@RestController
class ExportDownload {

    private final Exporting exporting;

    ExportDownload(Exporting exporting) {
        this.exporting = exporting;
    }

    @GetMapping("/customers/{id}/export")
    void download(@PathVariable String id, HttpServletResponse response) throws IOException {
        List<String> ids = exporting.idsOf(id);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + ids.getFirst() + ".json\"");
        exporting.write(ids, response.getOutputStream());
    }
}
