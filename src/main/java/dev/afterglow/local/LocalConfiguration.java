package dev.afterglow.local;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** What exists in a local run only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(LocalMode.ACTIVE)
class LocalConfiguration {

    @Bean
    DataFolder dataFolder(Environment environment) {
        return DataFolder.of(environment);
    }

    @Bean
    LocalClock clock(DataFolder folder) {
        return LocalClock.keptIn(folder.clockOffset());
    }

    @Bean
    LocalBroker localBroker(LocalSettings settings, DataFolder folder, LocalClock clock) {
        return new LocalBroker(settings, folder, clock);
    }

    /** Named so that the health page calls it "localBroker". */
    @Bean
    LocalBrokerHealth localBrokerHealthIndicator(LocalBroker broker) {
        return new LocalBrokerHealth(broker);
    }

    @Bean
    TimeTravel timeTravel(LocalClock clock, LocalBroker broker) {
        return new TimeTravel(clock, broker);
    }

    @Bean
    WhereToLook whereToLook(ConfigurableEnvironment environment, DataFolder folder, LocalBroker broker) {
        return new WhereToLook(environment, folder, broker);
    }
}
