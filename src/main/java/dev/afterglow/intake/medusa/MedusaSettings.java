package dev.afterglow.intake.medusa;

import dev.afterglow.shop.ShopKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Medusa shops that send us thin events.
 *
 * @param header where their signature stands
 * @param secret of the main shop's events
 * @param secrets more of them, while one takes the other's place
 * @param baseUrl where the main shop's Admin API is, without {@code /admin}
 * @param apiToken a secret API key of the main shop
 * @param deadline for one question to a shop
 * @param accounts other shops by name, each with its own address
 */
@Validated
@ConfigurationProperties("afterglow.intake.medusa")
record MedusaSettings(
        @DefaultValue("X-Afterglow-Signature") @NotBlank String header,
        @Nullable String secret,
        @DefaultValue List<String> secrets,
        @Nullable URI baseUrl,
        @Nullable String apiToken,

        @DefaultValue("5s") @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 30)
        Duration deadline,

        @DefaultValue @Valid Map<String, MedusaAccount> accounts) {

    static final String NAME = "afterglow.intake.medusa";

    /** The account with this name; the main shop's when none is named. */
    Optional<MedusaAccount> account(@Nullable String name) {
        return name == null ? Optional.of(main()) : Optional.ofNullable(accounts.get(name));
    }

    @AssertTrue(message = "base-url must begin with https:// or http://")
    boolean isBaseUrlOfTheWeb() {
        return main().isBaseUrlOfTheWeb();
    }

    private MedusaAccount main() {
        List<String> all =
                Stream.concat(Stream.ofNullable(secret), secrets.stream()).toList();
        return new MedusaAccount(all, ShopKey.MAIN, baseUrl, apiToken);
    }

    @Override
    public String toString() {
        return "MedusaSettings[header=" + header + ", baseUrl=" + baseUrl + ", accounts=" + accounts.keySet() + "]";
    }
}
