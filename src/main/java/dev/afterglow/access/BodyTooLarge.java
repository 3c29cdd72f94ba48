package dev.afterglow.access;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;

/** A body turned out longer than allowed while it was read. */
class BodyTooLarge extends ErrorResponseException {

    BodyTooLarge(DataSize limit) {
        super(
                HttpStatus.PAYLOAD_TOO_LARGE,
                ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, detail(limit)),
                null);
    }

    static String detail(DataSize limit) {
        return "The body is larger than the " + limit.toBytes() + " bytes that one request may hold.";
    }
}
