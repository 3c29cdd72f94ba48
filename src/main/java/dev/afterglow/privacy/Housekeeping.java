package dev.afterglow.privacy;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What is done without anybody asking. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Housekeeping implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    // why: a webhook or a step that was under way during an erasure has come to its end long before this.
    private static final Duration LATECOMERS = Duration.ofDays(1);

    private static final Duration NEXT_STEP = Duration.ofSeconds(2);

    private final Purging purging;
    private final ErasingShops erasingShops;
    private final Erasing erasing;
    private final Receipts receipts;
    private final PrivacySettings settings;
    private final Clock clock;

    Housekeeping(
            Purging purging,
            ErasingShops erasingShops,
            Erasing erasing,
            Receipts receipts,
            PrivacySettings settings,
            Clock clock) {
        this.purging = purging;
        this.erasingShops = erasingShops;
        this.erasing = erasing;
        this.receipts = receipts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::tidy, settings.purgeEvery(), settings.purgeEvery()));
        tasks.addFixedDelayTask(new FixedDelayTask(erasingShops::step, NEXT_STEP, NEXT_STEP));
    }

    private void tidy() {
        int purged = purging.purge();
        if (purged > 0) {
            LOG.info("What was kept long enough was emptied in {} rows", purged);
        }
        receipts.erasedSince(clock.instant().minus(LATECOMERS)).forEach(erasing::again);
    }
}
