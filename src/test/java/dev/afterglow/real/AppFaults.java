package dev.afterglow.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.faults.FaultFigure;
import dev.afterglow.faults.FaultReport;
import dev.afterglow.faults.MailFaults;
import dev.afterglow.faults.MailSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole app killed over and over while orders come in, every third time together with its broker. Every order that
 * was answered with 200 makes one mail.
 */
class AppFaults {

    private static final int KILLS = Integer.getInteger("afterglow.faults.app-kills", 50);
    private static final long SEED = Long.getLong("afterglow.faults.seed", 20_260_510);
    private static final Duration SOON = Duration.ofMinutes(10);

    private final Random chance = new Random(SEED);
    private final List<String> orders = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void everyOrderThatWasTakenMakesOneMailHoweverOftenTheAppIsKilled() throws Exception {
        try (MailSink sink = new MailSink(SEED, MailFaults.NONE)) {
            for (int life = 0; life < KILLS; life++) {
                AppProcess app = start(sink).untilItAnswers();
                orderUntil(app, 20 + chance.nextInt(40));
                if (life % 3 == 0) {
                    app.broker().destroyForcibly();
                }
                app.kill();
            }
            try (AppProcess app = start(sink).untilTheEngineAnswers()) {
                await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).until(() -> comesToRest(app));
                FaultFigure figure = compare(app, sink);
                assertThat(figure.lost()).isZero();
                assertThat(figure.duplicated()).isZero();
            }
        }
    }

    /** Sends orders, one after the other, for a while after the engine answered or for a while without it. */
    private void orderUntil(AppProcess app, int most) throws IOException, InterruptedException {
        if (chance.nextBoolean()) {
            app.untilTheEngineAnswers();
        }
        for (int i = 0; i < most; i++) {
            String order = String.valueOf(orders.size() + 1);
            if (RealBrokerIT.paid(app, order) == 200) {
                orders.add(order);
            }
        }
        app.handle()
                .onExit()
                .completeOnTimeout(null, chance.nextInt(1_500), TimeUnit.MILLISECONDS)
                .join();
    }

    private boolean comesToRest(AppProcess app) throws IOException {
        for (String order : orders) {
            JsonNode messages = app.json("/api/messages?order=" + order).get("messages");
            if (messages.isEmpty() || !isDecided(messages.get(0))) {
                app.advance(Duration.ofMinutes(3));
                return false;
            }
        }
        return true;
    }

    private static boolean isDecided(JsonNode message) {
        return List.of("accepted", "uncertain").contains(message.get("status").asText())
                && message.path("notBefore").isNull();
    }

    private FaultFigure compare(AppProcess app, MailSink sink) throws IOException {
        Map<String, Integer> taken = sink.taken();
        Map<String, String> known = new HashMap<>();
        int lost = 0;
        int duplicated = 0;
        int uncertain = 0;
        int repeated = 0;
        for (String order : orders) {
            JsonNode message =
                    app.json("/api/messages?order=" + order).get("messages").get(0);
            String id = message.get("id").asText();
            int resends = message.path("resends").asInt();
            int times = taken.getOrDefault(id, 0);
            known.put(id, order);
            lost += times == 0 && message.get("status").asText().equals("accepted") ? 1 : 0;
            duplicated += times > 1 + resends ? 1 : 0;
            uncertain += resends > 0 || message.get("status").asText().equals("uncertain") ? 1 : 0;
            repeated += times == 2 && resends == 1 ? 1 : 0;
        }
        assertThat(taken.keySet()).as("one message for each order").isSubsetOf(known.keySet());
        FaultFigure figure = new FaultFigure(
                "kill -9 of the whole app, every third time with its broker",
                KILLS,
                SEED,
                orders.size(),
                taken.size(),
                lost,
                duplicated,
                uncertain,
                repeated,
                "0 lost, 0 duplicated");
        FaultReport.publish(figure);
        return figure;
    }

    private AppProcess start(MailSink sink) throws IOException {
        return AppProcess.start(
                folder,
                Map.of(
                        "spring.mail.host", "127.0.0.1",
                        "spring.mail.port", String.valueOf(sink.port()),
                        "afterglow.messaging.uncertain.evidence-within", "5m"));
    }
}
