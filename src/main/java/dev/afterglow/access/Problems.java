package dev.afterglow.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Writes problem details (RFC 9457) where no controller is at work, and knows who wants them. */
@Component
class Problems {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** True for the paths that programs call; all others are pages for people. */
    static boolean areFor(@Nullable String path) {
        return path != null
                && (path.startsWith("/api/")
                        || path.startsWith("/hooks/")
                        || path.startsWith("/events/")
                        || path.startsWith("/actuator/")
                        || path.equals("/api")
                        || path.equals("/hooks")
                        || path.equals("/events")
                        || path.equals("/actuator"));
    }

    void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        answer(request.getRequestURI(), response, status, detail);
    }

    void answer(@Nullable String path, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(uri(path));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    // why: a request line may hold characters that no URI may; the answer then goes without it.
    private static @Nullable URI uri(@Nullable String path) {
        try {
            return path == null ? null : new URI(path);
        } catch (URISyntaxException broken) {
            return null;
        }
    }
}
