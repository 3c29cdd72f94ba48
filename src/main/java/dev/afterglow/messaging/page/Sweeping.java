package dev.afterglow.messaging.page;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Takes out addresses that are too old to open anything, a few times a day. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Sweeping {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final int BATCH = 5_000;

    private final Grants grants;

    Sweeping(Grants grants) {
        this.grants = grants;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void sweep() {
        int all = 0;
        int last;
        do {
            last = grants.sweep(BATCH);
            all += last;
        } while (last == BATCH);
        if (all > 0) {
            LOG.info("{} addresses of pages became too old", all);
        }
    }
}
