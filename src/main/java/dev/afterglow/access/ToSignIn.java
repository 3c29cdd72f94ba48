package dev.afterglow.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Sends strangers to the sign-in. */
class ToSignIn extends LoginUrlAuthenticationEntryPoint {

    ToSignIn() {
        super("/login");
        setFavorRelativeUris(true);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") == null) {
            super.commence(request, response, stranger);
        } else {
            // why: a page that refreshes a part of itself goes to the sign-in as a whole.
            response.setHeader("HX-Redirect", request.getContextPath() + getLoginFormUrl());
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }
}
