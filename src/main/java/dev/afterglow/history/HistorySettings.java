package dev.afterglow.history;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files of what was sold before are taken in.
 *
 * @param folder where they are until they were read
 * @param largest how large a file may be, packed or not
 * @param rowsAtOnce how many rows are stored in one transaction
 * @param keepRefused how long a file with refused rows is kept, so that they can be downloaded
 */
@Validated
@ConfigurationProperties("afterglow.history")
public record HistorySettings(
        @DefaultValue("data/imports") Path folder,
        @DefaultValue("2GB") DataSize largest,
        @DefaultValue("1000") @Min(1) @Max(100_000) int rowsAtOnce,
        @DefaultValue("7d") Duration keepRefused) {}
