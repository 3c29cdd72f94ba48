package dev.afterglow.intake.ses;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SNS topics that bring Amazon SES reports.
 *
 * @param topics their ARNs; reports of any other are refused, so without one all are
 */
@ConfigurationProperties("afterglow.intake.ses")
record SesSettings(@DefaultValue Set<String> topics) {}
