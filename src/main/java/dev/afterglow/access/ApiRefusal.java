package dev.afterglow.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells a program without the right key what is missing. */
@Component
class ApiRefusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ApiKey key;
    private final Problems problems;

    ApiRefusal(ApiKey key, Problems problems) {
        this.key = key;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.answer(request, response, HttpStatus.UNAUTHORIZED, missing(request));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.answer(request, response, HttpStatus.FORBIDDEN, "This key does not open " + request.getRequestURI());
    }

    private String missing(HttpServletRequest request) {
        if (!key.isConfigured()) {
            return "No API key is configured, so every program is refused. Set AFTERGLOW_API_KEY and restart.";
        }
        return ApiKeyFilter.shown(request).isEmpty()
                ? "The header \"Authorization: Bearer <API key>\" is missing."
                : "The API key in the header \"Authorization\" is not the right one.";
    }
}
