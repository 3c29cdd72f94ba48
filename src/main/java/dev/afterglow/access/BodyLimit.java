package dev.afterglow.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps out bodies that are too large, and packed ones, which could grow without bounds when unpacked. */
class BodyLimit extends OncePerRequestFilter {

    private final DataSize limit;
    private final Problems problems;

    BodyLimit(DataSize limit, Problems problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPacked(request.getHeader(HttpHeaders.CONTENT_ENCODING))) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
            problems.answer(
                    request,
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "The body must come as it is, without Content-Encoding.");
        } else if (request.getContentLengthLong() > limit.toBytes()) {
            refuse(request, response);
        } else {
            pass(new LimitedRequest(request, limit), response, chain);
        }
    }

    // why: controllers' answers are made elsewhere; this one is for filters that read the body before them.
    private void pass(LimitedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (BodyTooLarge tooLarge) {
            if (response.isCommitted()) {
                throw tooLarge;
            }
            response.resetBuffer();
            refuse(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        problems.answer(request, response, HttpStatus.PAYLOAD_TOO_LARGE, BodyTooLarge.detail(limit));
    }

    private static boolean isPacked(@Nullable String encoding) {
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }
}
