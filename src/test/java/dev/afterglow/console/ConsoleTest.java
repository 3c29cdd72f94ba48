package dev.afterglow.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of pages and answers without a network. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ConsoleSlice.class,
        properties = {
            ConsoleSlice.DATABASE,
            "afterglow.local.enabled=false",
            "camunda.client.enabled=false",
            "afterglow.api-key=the-key",
            "afterglow.console.password=a good password",
            "afterglow.console.people.rita.password=reads only",
            "afterglow.console.addresses=admin@shop.example,+4915112345678",
            "afterglow.journey.folder=src/test/resources/console/bpmn",
            "afterglow.shop.time-zone=Europe/Berlin"
        })
@AutoConfigureMockMvc
public @interface ConsoleTest {}
