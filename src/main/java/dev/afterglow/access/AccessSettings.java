package dev.afterglow.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Who may come in, and with how much.
 *
 * @param apiKey what programs send as bearer token; without it every program is refused
 */
@Validated
@ConfigurationProperties("afterglow")
public record AccessSettings(
        @Nullable String apiKey,
        @Valid @DefaultValue Console console,
        @DefaultValue Intake intake) {

    private static final String TOO_LONG =
            "must not be longer than 72 bytes; give a longer one encoded, such as {pbkdf2@SpringSecurity_v5_8}...";

    /**
     * The sign-in of the staff pages.
     *
     * @param password as it is, or encoded with its scheme in front, such as {@code {bcrypt}$2a$...}; without it nobody gets in
     * @param addresses e-mail addresses and phone numbers (E.164) of those who sign in, to which previews may be sent
     * @param people who else signs in, by name
     */
    public record Console(
            @NotBlank @DefaultValue("admin") String user,
            @Nullable String password,
            @DefaultValue List<String> addresses,
            @Valid @DefaultValue Map<String, Person> people) {

        public Console {
            addresses = List.copyOf(addresses);
            people = Map.copyOf(people);
        }

        @AssertTrue(message = TOO_LONG)
        boolean isPasswordShortEnough() {
            return isShortEnough(password);
        }

        @AssertTrue(message = "must not name the user of afterglow.console.user a second time")
        boolean isEveryNameThereOnce() {
            return password == null || !people.containsKey(user);
        }

        @Override
        public String toString() {
            return "Console[user=" + user + ", people=" + people.keySet() + "]";
        }
    }

    /**
     * One who signs in.
     *
     * @param password as it is, or encoded with its scheme in front
     */
    public record Person(
            @NotBlank String password,
            @DefaultValue("staff") Role role) {

        @AssertTrue(message = TOO_LONG)
        boolean isPasswordShortEnough() {
            return isShortEnough(password);
        }

        @Override
        public String toString() {
            return "Person[role=" + role + "]";
        }
    }

    /**
     * What programs may send.
     *
     * @param maxBody the largest body of one request
     */
    public record Intake(@DefaultValue("2MB") DataSize maxBody) {}

    private static boolean isShortEnough(@Nullable String password) {
        return password == null || password.startsWith("{") || password.getBytes(StandardCharsets.UTF_8).length <= 72;
    }

    // why: a secret that is never printed is never in a log.
    @Override
    public String toString() {
        return "AccessSettings[console=" + console + ", intake=" + intake + "]";
    }
}
