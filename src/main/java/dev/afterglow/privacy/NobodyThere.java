package dev.afterglow.privacy;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The customer asked about is not there, or not any more. */
public class NobodyThere extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private NobodyThere(HttpStatus status, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    static NobodyThere unknown() {
        return new NobodyThere(HttpStatus.NOT_FOUND, "No customer with this id is known.");
    }

    static NobodyThere notErased() {
        return new NobodyThere(HttpStatus.NOT_FOUND, "No erasure of a customer with this id is known.");
    }

    static NobodyThere erased() {
        return new NobodyThere(HttpStatus.GONE, "This customer was erased; the receipt says when and what.");
    }
}
