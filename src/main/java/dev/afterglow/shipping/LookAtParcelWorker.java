package dev.afterglow.shipping;

import dev.afterglow.journey.Fields;
import dev.afterglow.journey.StepField;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The step "Look at the parcel". */
@Component
public class LookAtParcelWorker {

    private static final String DAYS = "P\\d{1,3}D";

    private final LookingAtParcels looking;

    LookAtParcelWorker(LookingAtParcels looking) {
        this.looking = looking;
    }

    /** Says how the parcel is doing, and when to look again. */
    @JobWorker(type = "shipping.look-at-parcel")
    @StepField(name = "tell-by", matches = "([01]\\d|2[0-3]):[0-5]\\d", takes = "a time of day such as 19:00")
    @StepField(name = "spread", matches = "\\d{1,3}", takes = "a whole number of minutes, 720 at most")
    @StepField(name = "silent-after", matches = DAYS, takes = "a time such as P5D")
    @StepField(name = "lost-after", matches = DAYS, takes = "a time such as P14D")
    @StepField(name = "follow-for", matches = DAYS, takes = "a time such as P60D")
    public Outlook look(@Variable String parcelId, @CustomHeaders Map<String, String> headers) {
        return looking.look(parcelId, Lookout.of(new Fields(headers)));
    }
}
