package dev.afterglow.console;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A rendered mail as a page of its own, in which no script runs, no form leaves and no link leads anywhere by itself. */
final class RenderedMail {

    private static final String LOCKED_IN =
            "sandbox; default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private RenderedMail() {}

    static ResponseEntity<String> html(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", LOCKED_IN)
                .body(html);
    }
}
