package dev.afterglow.messaging.page;

import dev.afterglow.messaging.PublicPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What customers see when there is nothing to see. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(annotations = PublicPage.class)
class PublicErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PublicErrors.class);

    private final Speech speech;

    PublicErrors(Speech speech) {
        this.speech = speech;
    }

    @ExceptionHandler
    ModelAndView nothing(NothingHere nothing, HttpServletRequest request, HttpServletResponse response) {
        return switch (nothing.status()) {
            case GONE -> page("gone", nothing.status(), request);
            case TOO_MANY_REQUESTS -> {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(nothing.retryAfter().toSeconds() + 1));
                yield page("wait", nothing.status(), request);
            }
            default -> page("nothing", nothing.status(), request);
        };
    }

    @ExceptionHandler
    ModelAndView trouble(Exception trouble, HttpServletRequest request) {
        LOG.error("A page for customers failed", trouble);
        return page("trouble", HttpStatus.SERVICE_UNAVAILABLE, request);
    }

    private ModelAndView page(String what, HttpStatus status, HttpServletRequest request) {
        Model model = new ExtendedModelMap();
        speech.fill(model, speech.of(request));
        model.addAttribute("what", what);
        return new ModelAndView("public/nothing", model.asMap(), status);
    }
}
