package dev.afterglow.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** What the app's own application.yaml says, so that tests use the same. */
final class Shipped {

    private Shipped() {}

    static String property(String name) {
        try {
            var sources = new YamlPropertySourceLoader().load("app", new ClassPathResource("application.yaml"));
            return Objects.requireNonNull(sources.getFirst().getProperty(name), name)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
