package dev.afterglow.offer;

import dev.afterglow.journey.StepField;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The step "Take code back". */
@Component
public class VoidOfferWorker {

    private final TakingOfferBack takingBack;

    VoidOfferWorker(TakingOfferBack takingBack) {
        this.takingBack = takingBack;
    }

    /** Takes back the code the customer never heard of; one that was redeemed stays redeemed. */
    @JobWorker(type = "offer.void", fetchVariables = "offerId")
    @StepField(name = "offerId", input = true)
    public void takeBack(@Variable(name = "offerId") String offerId) {
        takingBack.takeBack(offerId);
    }
}
