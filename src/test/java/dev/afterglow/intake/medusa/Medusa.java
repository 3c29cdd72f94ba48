package dev.afterglow.intake.medusa;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A shop that is asked, and answers as it is told; and its subscriber's signature, written apart from the code under test. */
public final class Medusa implements AutoCloseable {

    /** One that all tests of the whole app share; each answers for itself before it asks. */
    public static final Medusa SHARED = started();

    /** Instead of an answer: nothing, with the line open. */
    static final Answer SILENCE = new Answer(0, "");

    /** What it says. */
    record Answer(int status, String body) {}

    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Medusa() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private static Medusa started() {
        try {
            return new Medusa();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next answers, in this order; the last one for good. */
    synchronized void answers(Answer... next) {
        answers.clear();
        answers.addAll(List.of(next));
    }

    /** Who asked for what: the authorization and the path of each request. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestURI().getPath());
        Answer answer = next();
        if (answer == SILENCE) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Answer next() {
        return answers.size() > 1 ? answers.remove() : answers.element();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    static String sign(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String order(String id, String status, String paymentStatus, String more) {
        return """
                {"order": {"id": "%s", "display_id": 12, "status": "%s", "payment_status": "%s",
                 "email": "%s@example.com", "currency_code": "eur", "total": 29.35,
                 "created_at": "2026-05-10T09:00:00.000Z", "updated_at": "2026-05-10T09:05:00.000Z", %s
                 "customer": {"id": "cus_%s", "has_account": false, "email": "%s@example.com"},
                 "shipping_address": {"first_name": "Ada", "last_name": "L", "address_1": "Weg 1", "city": "Köln",
                   "postal_code": "50667", "country_code": "de", "phone": "+49 1"},
                 "items": [{"id": "ordli_1", "product_title": "Beans", "variant_title": "dark", "product_id": "prod_1",
                   "variant_sku": "B", "unit_price": 9.9, "detail": {"quantity": 2, "return_received_quantity": 0}},
                  {"id": "ordli_2", "title": "Cup", "unit_price": 9.55, "quantity": 1,
                   "detail": {"quantity": 1, "return_received_quantity": 1}}]}}
                """.formatted(id, status, paymentStatus, id, more, id, id);
    }
}
