package dev.afterglow.feedback;

import dev.afterglow.customer.Birthdays;
import dev.afterglow.journey.Event;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.Routing;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes answers: the fact, and word of it for journeys, together. What was written never reaches the engine. */
@Service
class Answering {

    static final String ANSWERED = "feedback.answered";

    private static final String SENDER = "afterglow:feedback";

    private final SurveyRequests requests;
    private final Answers answers;
    private final Birthdays birthdays;
    private final Events events;
    private final Clock clock;

    Answering(SurveyRequests requests, Answers answers, Birthdays birthdays, Events events, Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.birthdays = birthdays;
        this.events = events;
        this.clock = clock;
    }

    /** What was answered before, if anything. */
    Optional<Answer> before(SurveyRequest request) {
        return answers.of(request.id());
    }

    /** Whether this person's birthday need not be asked for. */
    boolean knowsBirthday(SurveyRequest request) {
        String person = request.customerId();
        return person == null || birthdays.of(person).isPresent();
    }

    /**
     * Keeps an answer in place of the one before.
     *
     * @return false when it can no longer be answered: then nothing was changed
     */
    @Transactional
    public boolean keep(String requestId, Given given) {
        SurveyRequest request = requests.hold(requestId);
        Instant now = clock.instant();
        if (!request.isOpenAt(now)) {
            return false;
        }
        Answer answer = answers.keep(request.id(), given.score(), given.remark(), given.extras());
        if (given.birthday() != null && request.customerId() != null) {
            birthdays.keep(request.customerId(), given.birthday(), now);
        }
        tell(request, answer, now);
        return true;
    }

    private void tell(SurveyRequest request, Answer answer, Instant now) {
        String id = request.id() + ":" + answer.revision();
        String band = request.kind().band(answer.score()).word();
        events.record(
                new Event(
                        SENDER, id, id, ANSWERED, request.id(), request.orderId(), request.customerId(), null, "", now),
                new Routing(Map.of("score", band)));
    }
}
