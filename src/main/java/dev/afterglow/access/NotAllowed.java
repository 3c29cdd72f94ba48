package dev.afterglow.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Refuses people, and remembers for the page that tells them whether it was for their role. */
class NotAllowed implements AccessDeniedHandler {

    private static final String FOR_ITS_ROLE = NotAllowed.class.getName();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        request.setAttribute(FOR_ITS_ROLE, !(denied instanceof CsrfException));
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    static boolean isForItsRole(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(FOR_ITS_ROLE));
    }
}
