package dev.afterglow.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last answer when something went wrong: a problem detail for programs, a page for people. */
@Controller
class ErrorAnswers implements ErrorController {

    private static final String READS_ONLY =
            "This needs the role of an operator, and you are signed in to read. Nothing was changed.";

    private final Problems problems;

    ErrorAnswers(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    @Nullable
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (Problems.areFor(path)) {
            problems.answer(path, response, status, sentence(status));
            return null;
        }
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("title", title(status));
        page.addObject("sentence", NotAllowed.isForItsRole(request) ? READS_ONLY : sentence(status));
        return page;
    }

    private static HttpStatus status(@Nullable Object code) {
        // why: without a code somebody typed the address of this page, and there is nothing to see here.
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing here";
            case FORBIDDEN -> "That did not go through";
            case TOO_MANY_REQUESTS -> "Too many tries";
            default -> status.is5xxServerError() ? "Something went wrong" : "That request could not be read";
        };
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Nothing is known under this address.";
            case FORBIDDEN -> "The page was open for too long. Go back, load it again and repeat what you did.";
            case TOO_MANY_REQUESTS -> "Signing in failed too often from here. Wait a few minutes, then try again.";
            case METHOD_NOT_ALLOWED -> "This address does not take that kind of request.";
            default ->
                status.is5xxServerError()
                        ? "The mistake is on our side and stands in the log. Nothing was changed."
                        : "The address or what was sent with it is not in a form this server understands.";
        };
    }
}
