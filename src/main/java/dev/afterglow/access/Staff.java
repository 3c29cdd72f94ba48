package dev.afterglow.access;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The people who may sign in: those from the settings who have a password. */
@Component
class Staff implements UserDetailsService {

    private static final Logger LOG = LoggerFactory.getLogger(Staff.class);

    private record Known(String encoded, Role role) {}

    private final Map<String, Known> people = new HashMap<>();

    Staff(AccessSettings settings, PasswordEncoder encoder, ApiKey key) {
        AccessSettings.Console console = settings.console();
        console.people()
                .forEach((name, person) ->
                        people.put(name, new Known(encoded(person.password(), encoder), person.role())));
        if (console.password() != null && !console.password().isBlank()) {
            people.put(console.user(), new Known(encoded(console.password(), encoder), Role.OPERATOR));
        }
        if (people.isEmpty()) {
            LOG.warn("No password for the console is configured, so nobody can sign in. "
                    + "Set AFTERGLOW_CONSOLE_PASSWORD and restart.");
        }
        if (!key.isConfigured()) {
            LOG.warn("No API key is configured, so every program is refused at /api and /events. "
                    + "Set AFTERGLOW_API_KEY and restart.");
        }
    }

    boolean canSignIn() {
        return !people.isEmpty();
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        Known known = people.get(name);
        if (known == null) {
            throw new UsernameNotFoundException("nobody of this name");
        }
        return User.withUsername(name)
                .password(known.encoded())
                .authorities(known.role().authorities())
                .build();
    }

    private static String encoded(String password, PasswordEncoder encoder) {
        return password.startsWith("{") ? password : encoder.encode(password);
    }
}
