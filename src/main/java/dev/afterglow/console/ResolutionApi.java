package dev.afterglow.console;

import java.security.Principal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets a program decide about a message nobody knows about. */
@RestController
class ResolutionApi {

    private final Resolving resolving;

    ResolutionApi(Resolving resolving) {
        this.resolving = resolving;
    }

    /** Such as {@code {"as": "arrived"}}. */
    record Asked(@Nullable String as) {}

    record Answer(String id, String became, String detail) {}

    @PostMapping("/api/messages/{id}/resolution")
    Answer resolve(@PathVariable String id, @RequestBody Asked asked, Principal program) {
        Choice choice = Choice.of(String.valueOf(asked.as()))
                .orElseThrow(() -> new NotUnderstood("\"as\" must be one of " + choices() + "."));
        Resolution resolution = resolving.resolve(id, choice, program.getName());
        if (resolution.equals(Resolution.TOO_LATE)) {
            throw new ErrorResponseException(
                    HttpStatus.CONFLICT,
                    ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, resolution.sentence()),
                    null);
        }
        return new Answer(id, resolution.became(), resolution.sentence());
    }

    private static String choices() {
        return Arrays.stream(Choice.values())
                .map(choice -> "\"" + choice.word() + "\"")
                .collect(Collectors.joining(", "));
    }
}
