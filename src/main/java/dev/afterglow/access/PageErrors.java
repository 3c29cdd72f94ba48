package dev.afterglow.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Shows people a page where programs get a problem detail. */
@Component
class PageErrors implements HandlerExceptionResolver, Ordered {

    @Override
    public int getOrder() {
        // why: before the handlers that answer everybody with a problem detail, which have order 0.
        return -10;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (Problems.areFor(request.getRequestURI()) || !(exception instanceof ErrorResponse known)) {
            return null;
        }
        try {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            response.sendError(known.getStatusCode().value());
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
