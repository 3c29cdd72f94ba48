package dev.afterglow.intake.reconciliation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A shop's order list, in Shopify's protocol and in WooCommerce's; refuses, stumbles and holds back as it is told. */
final class AskedShop implements AutoCloseable {

    static final String TOKEN = "shpat_the-right-one";
    static final String KEY = "ck_the-right-one";
    static final String SECRET = "cs_the-right-one";

    private static final int PER_PAGE = 2;

    /** What it says instead of orders. */
    record Instead(int status, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final Queue<Instead> instead = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile List<String> orders = List.of();
    private volatile String calls = "1/40";

    AskedShop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void sells(String... told) {
        orders = List.of(told);
    }

    /** How full the bucket of calls is, as it will say. */
    void hasCounted(String told) {
        calls = told;
    }

    /** Once, before it goes on. */
    synchronized void saysFirst(Instead... said) {
        instead.addAll(Arrays.asList(said));
    }

    /** The path and query of each request. */
    List<String> asked() {
        return asked;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestURI().getRawPath() + "?"
                    + exchange.getRequestURI().getRawQuery());
            Instead said = instead.poll();
            if (said != null) {
                say(exchange, said);
            } else if (exchange.getRequestURI().getPath().startsWith("/wp-json/wc/v3/orders")) {
                say(exchange, woocommerce(exchange));
            } else {
                say(exchange, shopify(exchange));
            }
        }
    }

    private Instead shopify(HttpExchange exchange) {
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Shopify-Access-Token"))) {
            return new Instead(401, Map.of(), "{\"errors\": \"[API] Invalid API key or access token\"}");
        }
        Map<String, String> query = query(exchange);
        int page = Integer.parseInt(query.getOrDefault("page_info", "page-0").substring("page-".length()));
        if (page > 0 && query.size() != 2) {
            return new Instead(400, Map.of(), "{\"errors\": \"page_info stands alone\"}");
        }
        String link = "<%s/admin/orders.json?limit=2&page_info=page-%d>; rel=\"previous\", "
                + "<https://elsewhere.example/admin/orders.json?limit=2&page_info=page-%d>; rel=\"next\"";
        Map<String, String> headers = isLast(page)
                ? Map.of("X-Shopify-Shop-Api-Call-Limit", calls)
                : Map.of("X-Shopify-Shop-Api-Call-Limit", calls, "Link", link.formatted(url(), page, page + 1));
        return new Instead(200, headers, "{\"orders\": [" + String.join(", ", page(page)) + "]}");
    }

    private Instead woocommerce(HttpExchange exchange) {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((KEY + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Instead(401, Map.of(), "{\"code\": \"woocommerce_rest_cannot_view\"}");
        }
        int page = Integer.parseInt(query(exchange).get("page")) - 1;
        int pages = Math.ceilDiv(orders.size(), PER_PAGE);
        return new Instead(
                200, Map.of("X-WP-TotalPages", String.valueOf(pages)), "[" + String.join(", ", page(page)) + "]");
    }

    private boolean isLast(int page) {
        return (page + 1) * PER_PAGE >= orders.size();
    }

    private List<String> page(int page) {
        return orders.stream().skip((long) page * PER_PAGE).limit(PER_PAGE).toList();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void say(HttpExchange exchange, Instead said) throws IOException {
        said.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
