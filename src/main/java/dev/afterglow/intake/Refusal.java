package dev.afterglow.intake;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A report that is not let in: what is wrong with it, and where. */
public class Refusal extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses with a problem detail (RFC 9457).
     *
     * @param status of the answer
     * @param title what kind of thing is wrong
     * @param detail what exactly, and where
     */
    public Refusal(HttpStatus status, String title, String detail) {
        super(status, problem(status, title, detail), null);
    }

    /** The body is not what it should be. */
    public static Refusal wrongShape(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, "Wrong shape", detail);
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
