package dev.afterglow;

import dev.afterglow.journey.check.CheckCommand;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Afterglow, or with the word {@code check} looks at journeys only. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (!words.isEmpty() && words.getFirst().equals(CheckCommand.NAME)) {
            System.exit(
                    new CheckCommand(Application.class, System.out, System.err).run(words.subList(1, words.size())));
        }
        SpringApplication.run(Application.class, arguments);
    }
}
