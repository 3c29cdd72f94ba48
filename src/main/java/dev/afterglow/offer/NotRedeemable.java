package dev.afterglow.offer;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The answer to a shop that asked for what cannot be: a problem detail whose {@code reason} is a word for programs. */
class NotRedeemable extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private NotRedeemable(HttpStatus status, String reason, String detail) {
        super(status, problem(status, reason, detail), null);
    }

    static NotRedeemable because(Objection objection) {
        return new NotRedeemable(objection.status(), objection.word(), objection.sentence());
    }

    static NotRedeemable wrongShape(String detail) {
        return new NotRedeemable(HttpStatus.BAD_REQUEST, "wrong-shape", detail);
    }

    static NotRedeemable before(Duration wait) {
        NotRedeemable later = new NotRedeemable(
                HttpStatus.TOO_MANY_REQUESTS, "too-many-guesses", "Too many codes that nobody has. Try again later.");
        later.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        return later;
    }

    private static ProblemDetail problem(HttpStatus status, String reason, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle("The code cannot be redeemed");
        problem.setProperty("reason", reason);
        return problem;
    }
}
