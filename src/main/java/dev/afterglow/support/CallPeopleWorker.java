package dev.afterglow.support;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The steps "Remind the owner" and "Escalate". */
@Component
public class CallPeopleWorker {

    private final CallingPeople calling;

    CallPeopleWorker(CallingPeople calling) {
        this.calling = calling;
    }

    /** Reminds whoever sees to the case that its deadline comes near. */
    @JobWorker(type = "support.remind-owner")
    public void remind(@Variable String caseId) {
        calling.call(caseId, Calling.REMINDER);
    }

    /** Tells people that its deadline has passed. */
    @JobWorker(type = "support.escalate")
    public void escalate(@Variable String caseId) {
        calling.call(caseId, Calling.ESCALATION);
    }
}
