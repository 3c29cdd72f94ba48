package dev.afterglow.intake.reconciliation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** How far each account's orders are pulled; down when one waits for somebody to do something. */
@Component("reconciliation")
class ReconciliationHealth implements HealthIndicator {

    private final PulledShops shops;
    private final Pulls pulls;

    ReconciliationHealth(PulledShops shops, Pulls pulls) {
        this.shops = shops;
        this.pulls = pulls;
    }

    @Override
    public Health health() {
        List<Pull> all = pulls.of(shops.names());
        boolean isWaiting = all.stream().map(Pull::trouble).anyMatch(why -> why != null && why.isForSomebody());
        Health.Builder health = isWaiting ? Health.down() : Health.up();
        all.forEach(pull -> health.withDetail(pull.account(), said(pull)));
        return health.build();
    }

    private static Map<String, Object> said(Pull pull) {
        Map<String, Object> said = new LinkedHashMap<>();
        Instant reached = pull.reached();
        said.put("reached", reached == null ? "nothing yet" : reached.toString());
        said.put("seen", pull.counts().seen());
        said.put("found", pull.counts().found());
        said.put("refused", pull.counts().refused());
        Trouble trouble = pull.trouble();
        if (trouble != null) {
            said.put("trouble", trouble.word());
            said.put("advice", trouble.advice());
        }
        return said;
    }
}
