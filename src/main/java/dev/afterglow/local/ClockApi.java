package dev.afterglow.local;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What time it is in this local run, and how to let days pass; there is no such route anywhere else. */
@RestController
@RequestMapping("/api/clock")
@ConditionalOnProperty(LocalMode.ACTIVE)
class ClockApi {

    private static final Duration FARTHEST = Duration.ofDays(400);

    private final LocalClock clock;
    private final TimeTravel travel;

    ClockApi(LocalClock clock, TimeTravel travel) {
        this.clock = clock;
        this.travel = travel;
    }

    record Move(@Nullable String by) {}

    record Time(String now, String offset) {}

    @GetMapping
    Time time() {
        return new Time(clock.instant().toString(), clock.offset().toString());
    }

    @PostMapping("/advance")
    ResponseEntity<?> advance(@RequestBody Move move) throws InterruptedException {
        Optional<Duration> forward = forward(move.by());
        if (forward.isEmpty()) {
            return badRequest();
        }
        try {
            travel.moveBy(forward.get());
            return ResponseEntity.ok(time());
        } catch (BrokerTrouble e) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, e.reason() + " Nothing was moved.");
        } catch (IOException e) {
            return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The clock's offset could not be kept: " + e);
        }
    }

    private static Optional<Duration> forward(@Nullable String by) {
        try {
            return Optional.ofNullable(by)
                    .map(Duration::parse)
                    .filter(Duration::isPositive)
                    .filter(duration -> duration.compareTo(FARTHEST) <= 0);
        } catch (DateTimeException notADuration) {
            return Optional.empty();
        }
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> badRequest() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "\"by\" must be a duration in ISO 8601 days, hours, minutes or seconds, such as P3D, PT2H or P3DT4H,"
                        + " longer than zero and at most P400D.");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
