package dev.afterglow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Afterglow. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {

    public static void main(String[] arguments) {
        // why: H2 otherwise refuses a data folder that is given relative to where the app was started.
        System.setProperty("h2.implicitRelativePath", "true");
        SpringApplication.run(Application.class, arguments);
    }
}
