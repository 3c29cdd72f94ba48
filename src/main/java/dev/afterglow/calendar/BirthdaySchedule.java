package dev.afterglow.calendar;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks for birthdays again and again: every quarter of an hour it becomes nine in the morning somewhere. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class BirthdaySchedule implements SchedulingConfigurer {

    private final SweepingBirthdays sweeping;
    private final BirthdaySettings settings;

    BirthdaySchedule(SweepingBirthdays sweeping, BirthdaySettings settings) {
        this.sweeping = sweeping;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (settings.every().isPositive()) {
            tasks.addFixedDelayTask(new FixedDelayTask(sweeping::sweep, settings.every(), settings.every()));
        }
    }
}
