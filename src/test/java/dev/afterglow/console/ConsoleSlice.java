package dev.afterglow.console;

import dev.afterglow.feedback.Results;
import dev.afterglow.journey.Cancellations;
import dev.afterglow.journey.Deployments;
import dev.afterglow.journey.Events;
import dev.afterglow.journey.JourneyFolders;
import dev.afterglow.journey.JourneySettings;
import dev.afterglow.journey.ReplayingEvents;
import dev.afterglow.journey.Runs;
import dev.afterglow.journey.StoppingRuns;
import dev.afterglow.journey.Strangers;
import dev.afterglow.offer.Offers;
import dev.afterglow.recommendation.Recommendations;
import dev.afterglow.recommendation.Rounds;
import dev.afterglow.review.Reviews;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The rooms that answer people and programs, on a database in memory and without an engine. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "dev.afterglow.access",
            "dev.afterglow.console",
            "dev.afterglow.order",
            "dev.afterglow.customer",
            "dev.afterglow.messaging",
            "dev.afterglow.privacy",
            "dev.afterglow.shop",
            "dev.afterglow.support",
            "dev.afterglow.journey.check"
        },
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@ComponentScan(
        basePackages = "dev.afterglow.history",
        // why: what takes a file's rows needs the intake and the engine; these pages only show how far it is.
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(Batch|TakingHistory|HistoryClerk)"))
@ComponentScan(
        basePackages = "dev.afterglow.journey",
        useDefaultFilters = false,
        // why: the room of journeys as a whole needs an engine.
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.journey\\.Edition(s|Rows)"))
@ConfigurationPropertiesScan({
    "dev.afterglow.history",
    "dev.afterglow.access",
    "dev.afterglow.customer",
    "dev.afterglow.messaging",
    "dev.afterglow.privacy",
    "dev.afterglow.shop",
    "dev.afterglow.support"
})
@EnableConfigurationProperties(JourneySettings.class)
@Import({
    Rows.class,
    Runs.class,
    Results.class,
    Offers.class,
    Reviews.class,
    Events.class,
    ReplayingEvents.class,
    Deployments.class,
    JourneyFolders.class,
    Offers.class,
    Reviews.class,
    StoppingRuns.class,
    Strangers.class,
    Cancellations.class,
    Recommendations.class,
    Rounds.class
})
public class ConsoleSlice {

    /** What these tests set beside the app's own configuration. */
    public static final String DATABASE =
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    /** When these tests take place. */
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
