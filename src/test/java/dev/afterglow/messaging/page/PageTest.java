package dev.afterglow.messaging.page;

import dev.afterglow.AppTest;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.shop.ShopKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer in the whole app, and a visitor with nothing but an address: no cookie, no sign-in. */
abstract class PageTest extends AppTest {

    private static final HttpClient VISITOR = HttpClient.newHttpClient();

    @Autowired
    Links links;

    @Autowired
    Consents consents;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    String ada = "";
    String message = "";

    @BeforeEach
    void somebodyWhoGetsMail() {
        String unique = UUID.randomUUID().toString();
        ada = customers
                .recognise(
                        ShopKey.MAIN,
                        new CustomerFacts(
                                unique,
                                unique + "@example.com",
                                "+4930123456",
                                "Ada",
                                "Lovelace",
                                "en-GB",
                                "Europe/Berlin"))
                .orElseThrow();
        message = UUID.randomUUID().toString();
    }

    /** The address of a page, as it stands in a marketing mail. */
    String address(String name) {
        Issued issued = links.issue(message, ada, "email", Topic.OFFERS, Purpose.MARKETING);
        String address = issued.forWords().get(name);
        links.keep(issued, new Rendered("Hello", "<a href=\"" + address + "\">here</a>", "here"), false);
        return path(address);
    }

    /** The message, as it stands in the ledger. */
    void written(@Nullable String html, @Nullable String plain) {
        jdbc.sql("""
                insert into messages (id, journey, business_key, step, occasion, customer_id, channel, purpose, topic,
                  template, locale, recipient, subject, html, plain, status, attempt, resends, decided_at)
                values (?, 'J', ?, 'S', '', ?, 'email', 'marketing', 'offers', 't', 'en', 'a@example.com', 'Hello', ?, ?,
                  'accepted', 1, 0, now())
                """).params(message, message, ada, html, plain).update();
    }

    Optional<Consent.State> said(String channel, Topic topic) {
        return consents.current(ada, channel, topic).map(Consent::state);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    HttpResponse<String> post(String path, String form) {
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return VISITOR.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    static String path(String address) {
        return URI.create(address).getPath();
    }
}
