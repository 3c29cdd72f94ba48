package dev.afterglow.access;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The people who may sign in: the one from the settings, if there is a password. */
@Component
class Staff implements UserDetailsService {

    private static final Logger LOG = LoggerFactory.getLogger(Staff.class);

    private final String user;
    private final @Nullable String encoded;

    Staff(AccessSettings settings, PasswordEncoder encoder, ApiKey key) {
        user = settings.console().user();
        encoded = encoded(settings.console().password(), encoder);
        if (encoded == null) {
            LOG.warn("No password for the console is configured, so nobody can sign in. "
                    + "Set AFTERGLOW_CONSOLE_PASSWORD and restart.");
        }
        if (!key.isConfigured()) {
            LOG.warn("No API key is configured, so every program is refused at /api and /events. "
                    + "Set AFTERGLOW_API_KEY and restart.");
        }
    }

    boolean canSignIn() {
        return encoded != null;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        if (encoded == null || !user.equals(name)) {
            throw new UsernameNotFoundException("nobody of this name");
        }
        return User.withUsername(user).password(encoded).authorities("STAFF").build();
    }

    private static @Nullable String encoded(@Nullable String password, PasswordEncoder encoder) {
        if (password == null || password.isBlank()) {
            return null;
        }
        return password.startsWith("{") ? password : encoder.encode(password);
    }
}
