package dev.afterglow;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock everything reads; a local run brings its own, which can be moved. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "afterglow.local.active", havingValue = "false", matchIfMissing = true)
class TimeConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
