package dev.afterglow.recommendation;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks now and then whether it is time to count. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RecommendationSchedule implements SchedulingConfigurer {

    private static final Duration LOOK = Duration.ofMinutes(10);

    private final CountingRecommendations counting;
    private final RecommendationSettings settings;

    RecommendationSchedule(CountingRecommendations counting, RecommendationSettings settings) {
        this.counting = counting;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (settings.every().isPositive()) {
            tasks.addFixedDelayTask(new FixedDelayTask(counting::countWhatIsDue, LOOK, LOOK));
        }
    }
}
