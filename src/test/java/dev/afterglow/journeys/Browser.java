package dev.afterglow.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.UnaryOperator;

/** What a customer opens a page with: it keeps nothing, follows nothing by itself and sends forms. */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final UnaryOperator<String> address;

    /** @param address where a path is */
    Browser(UnaryOperator<String> address) {
        this.address = address;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(to(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return HTTP.send(
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address.apply(path)));
    }
}
