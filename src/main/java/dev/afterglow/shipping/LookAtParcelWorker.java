package dev.afterglow.shipping;

import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The step "Look at the parcel". */
@Component
public class LookAtParcelWorker {

    private final LookingAtParcels looking;

    LookAtParcelWorker(LookingAtParcels looking) {
        this.looking = looking;
    }

    /** Says how the parcel is doing, and when to look again. */
    @JobWorker(type = "shipping.look-at-parcel")
    public Outlook look(@Variable String parcelId, @CustomHeaders Map<String, String> headers) {
        return looking.look(parcelId, Lookout.of(headers));
    }
}
