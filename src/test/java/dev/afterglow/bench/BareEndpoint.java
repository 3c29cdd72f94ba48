package dev.afterglow.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What a webhook costs at the least: the same server and database, and one row for each body, unread. */
final class BareEndpoint implements AutoCloseable {

    private final Process process;
    private final URI address;

    private BareEndpoint(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static BareEndpoint start(Path folder, int port) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        classes,
                        BareEndpoint.class.getName(),
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--afterglow.local.enabled=false",
                        "--afterglow.data-dir=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "bare.log"))
                .start();
        return new BareEndpoint(process, URI.create("http://127.0.0.1:" + port));
    }

    public static void main(String[] args) {
        new SpringApplicationBuilder(Beans.class).run(args);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    URI address() {
        return address;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** Not found by a scan: the app's tests look for configurations in these packages. */
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class Beans {

        @Bean
        RouterFunction<ServerResponse> door(JdbcClient jdbc) {
            jdbc.sql("create table bare (id varchar(36) primary key, body text not null)")
                    .update();
            return RouterFunctions.route()
                    .POST("/hooks/shopify", request -> {
                        String body = new String(
                                request.servletRequest().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                        jdbc.sql("insert into bare (id, body) values (?, ?)")
                                .params(List.of(UUID.randomUUID().toString(), body))
                                .update();
                        return ServerResponse.ok().build();
                    })
                    .build();
        }
    }
}
