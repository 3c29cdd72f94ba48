package dev.afterglow.journey.check;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The check of journeys.
 *
 * @param required whether a folder that fails it is kept from being deployed
 */
@ConfigurationProperties("afterglow.check")
public record CheckSettings(@DefaultValue("true") boolean required) {}
