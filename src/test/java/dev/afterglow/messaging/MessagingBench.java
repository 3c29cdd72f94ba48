package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import dev.afterglow.bench.Figure;
import dev.afterglow.bench.Figures;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Topic;
import dev.afterglow.faults.MailFaults;
import dev.afterglow.faults.MailSink;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Channels;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.page.Issued;
import dev.afterglow.messaging.page.Links;
import dev.afterglow.messaging.words.Audience;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.messaging.words.Words;
import dev.afterglow.messaging.words.Writing;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.FileDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages a second through policies, words and ledger, beside the bare cost: the same rows written and the same mails
 * handed over by the same channel, with nothing decided and nothing filled in.
 */
class MessagingBench {

    private static final int MESSAGES = Integer.getInteger("bench.messages", 4_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int THREADS = 8;

    private final List<Figure> figures = new ArrayList<>();
    private final AtomicInteger keys = new AtomicInteger();

    @TempDir
    private Path folder;

    /** One way to get a message into the ledger and out. */
    @FunctionalInterface
    private interface Way {
        void send(String key) throws Exception;
    }

    @Test
    void measure() throws Exception {
        words();
        try (ConfigurableApplicationContext app = app("capture", List.of())) {
            compare(app, "to the capture channel");
            renderTime(app);
        }
        try (MailSink sink = new MailSink(1, MailFaults.NONE, Duration.ZERO);
                ConfigurableApplicationContext app =
                        app("smtp", List.of("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + sink.port()))) {
            int before = keys.get();
            compare(app, "over SMTP on the loopback address");
            assertThat(sink.taken())
                    .hasSize(keys.get() - before)
                    .allSatisfy((id, times) -> assertThat(times).isOne());
        }
        Figures.publish("Messages through policies, words and ledger", figures);
    }

    private void compare(ConfigurableApplicationContext app, String where) throws Exception {
        Way product = product(app);
        Way bare = bare(app);
        rate(product);
        rate(bare);
        List<Double> products = new ArrayList<>();
        List<Double> bares = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            bares.add(rate(bare));
            products.add(rate(product));
            System.out.printf("%s: bare %.0f/s, product %.0f/s%n", where, bares.getLast(), products.getLast());
        }
        figures.add(Figure.compared("messages " + where, median(products), "/s", median(bares))
                .wanted("ratio at least 0.7"));
    }

    private Way product(ConfigurableApplicationContext app) {
        SendingMessage sending = app.getBean(SendingMessage.class);
        Customers customers = app.getBean(Customers.class);
        List<String> ids = people(customers);
        return key -> {
            Delivery delivery = sending.send(wish(key, ids.get(Integer.parseInt(key) % ids.size())));
            assertThat(delivery).isInstanceOf(Delivery.Sent.class);
        };
    }

    private Way bare(ConfigurableApplicationContext app) {
        Ledger ledger = app.getBean(Ledger.class);
        TransactionTemplate transaction = new TransactionTemplate(app.getBean(PlatformTransactionManager.class));
        Channel channel = app.getBean(Channels.class).named("email");
        Links links = app.getBean(Links.class);
        Writing writing = app.getBean(Writing.class);
        Customers customers = app.getBean(Customers.class);
        List<String> ids = people(customers);
        Words words = writing.wordsIn(Locale.ENGLISH, "Bench", "hello", "email");
        Rendered rendered =
                writing.write(words, new Audience(customers.find(ids.getFirst()).orElseThrow(), null, false), Map.of());
        return key -> {
            String id = Generators.timeBasedEpochGenerator().generate().toString();
            String ada = ids.get(Integer.parseInt(key) % ids.size());
            Envelope envelope =
                    new Envelope(id, "ada@example.com", rendered, words.traits().purpose(), "en", Instant.EPOCH, null);
            transaction.executeWithoutResult(status -> {
                ledger.open(id, wish(key, ada), Draft.of(words.traits(), words, envelope), channel);
                keepAddresses(links, id, ada);
            });
            if (!channel.onlyKeeps()) {
                channel.handOver(envelope, () -> ledger.mark(id, 1));
                ledger.accepted(id, 1, null);
            }
        };
    }

    /** The rows for the addresses in the layout's footer, as the product writes them too. */
    private static void keepAddresses(Links links, String id, String customer) {
        Issued issued = links.issue(id, customer, "email", Topic.ORDER, Purpose.SERVICE);
        String footer = issued.forWords().get("view") + " " + issued.forWords().get("preferences");
        links.keep(issued, new Rendered("", footer, ""), false);
    }

    private void renderTime(ConfigurableApplicationContext app) {
        Writing writing = app.getBean(Writing.class);
        Words words = writing.wordsIn(Locale.ENGLISH, "Bench", "long", "email");
        Audience audience = new Audience(
                app.getBean(Customers.class)
                        .find(people(app.getBean(Customers.class)).getFirst())
                        .orElseThrow(),
                null,
                false);
        int bytes = writing.write(words, audience, Map.of()).html().length();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            long begin = System.nanoTime();
            writing.write(words, audience, Map.of());
            if (i >= 1_000) {
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
        figures.add(Figure.of("filling in a mail of " + bytes / 1024 + " KB", median(millis), "ms"));
    }

    private double rate(Way way) throws Exception {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < MESSAGES; i++) {
                String key = String.valueOf(keys.getAndIncrement());
                all.add(threads.submit(() -> {
                    way.send(key);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return MESSAGES / ((System.nanoTime() - begin) / 1e9);
    }

    private static List<String> people(Customers customers) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            ids.add(customers
                    .recognise(
                            ShopKey.MAIN,
                            new CustomerFacts(null, "ada" + i + "@example.com", null, "Ada", null, "en", null))
                    .orElseThrow());
        }
        return ids;
    }

    private static SendRequest wish(String key, String customer) {
        return new SendRequest("Bench", null, key, "Send", "", "hello", List.of("email"), null, customer, Instant.MAX);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void words() throws Exception {
        Path messages = Files.createDirectories(folder.resolve("bpmn/bench/messages"));
        Files.writeString(folder.resolve("bpmn/bench/Bench.bpmn"), "<definitions/>");
        Path shared = Files.createDirectories(folder.resolve("bpmn/shared"));
        try (var files = Files.list(Path.of("bpmn/shared"))) {
            for (Path file : files.toList()) {
                Files.copy(file, shared.resolve(file.getFileName()));
            }
        }
        String head = """
                ---
                subject: "Hello {{ customer.first_name }}"
                preheader: "It is good to hear from {{ shop.name }}"
                purpose: service
                ---
                # Hello {{ customer.first_name }}!

                """;
        String paragraph = """
                {% if customer.returning %}Welcome back{% else %}Welcome{% endif %}, **{{ customer.first_name }}**. This is what
                people at {{ shop.name }} want to tell you about your order, and it is told in a few lines of plain words.

                """;
        Files.writeString(messages.resolve("hello.email.en.md"), head + paragraph.repeat(3));
        Files.writeString(messages.resolve("long.email.en.md"), head + paragraph.repeat(170));
    }

    private ConfigurableApplicationContext app(String name, List<String> settings) {
        Path database = folder.resolve(name);
        FileDatabase.open(database).close();
        List<String> all = new ArrayList<>(settings);
        all.add("--database=" + FileDatabase.url(database));
        all.add("--afterglow.local.enabled=false");
        all.add("--afterglow.journey.folder=" + folder.resolve("bpmn"));
        return new SpringApplicationBuilder(SendingProcess.Beans.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties("spring.main.banner-mode=off", "logging.level.root=warn")
                .run(all.toArray(String[]::new));
    }
}
