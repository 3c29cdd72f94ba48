package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.faults.FaultFigure;
import dev.afterglow.faults.FaultReport;
import dev.afterglow.faults.MailFaults;
import dev.afterglow.faults.MailSink;
import dev.afterglow.faults.SharedClasses;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.FileDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the sending part at random moments and compares, message by message, what journeys wanted with what a mail
 * server took.
 */
class SendingFaultsIT {

    private static final int KILLS = FaultReport.full() ? Integer.getInteger("afterglow.faults.kills", 1_000) : 12;
    private static final Duration LONGEST = Duration.parse(System.getProperty("afterglow.faults.longest", "PT3H"));
    private static final int CUTS = FaultReport.full() ? 500 : 40;
    private static final long SEED = Long.getLong("afterglow.faults.seed", 20_260_510);
    private static final int MINUTES_PER_LIFE = 2;
    private static final int STANDBY = 3;

    private final Random chance = new Random(SEED);
    private int kills;

    private static SharedClasses classes;

    @TempDir
    private Path folder;

    private record Row(String id, String status, int resends) {}

    @BeforeAll
    static void share(@TempDir Path jars) throws IOException {
        classes = SharedClasses.in(jars);
    }

    @BeforeEach
    void words() throws IOException {
        Path messages = Files.createDirectories(folder.resolve("bpmn/faults/messages"));
        Files.writeString(folder.resolve("bpmn/faults/Faults.bpmn"), "<definitions/>");
        for (String purpose : List.of("service", "marketing")) {
            Files.writeString(messages.resolve(purpose + ".email.en.md"), """
                    ---
                    subject: "Hello {{ customer.first_name }}"
                    purpose: %s
                    ---
                    # Hello {{ customer.first_name }}!

                    This is a message that must arrive once.
                    """.formatted(purpose));
        }
        Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <appender name="errors" class="ch.qos.logback.core.ConsoleAppender">
                    <target>System.err</target>
                    <encoder><pattern>%m%n%ex</pattern></encoder>
                  </appender>
                  <root level="error"><appender-ref ref="errors"/></root>
                </configuration>
                """);
        FileDatabase.open(database()).close();
    }

    @Test
    void killedAtAnyMomentNothingIsLostAndNothingSentTwice() throws Exception {
        try (MailSink sink = new MailSink(SEED, MailFaults.BEFORE_THE_DOT)) {
            killOverAndOver(sink, List.of());

            FaultFigure figure = compare(
                    sink,
                    "kill -9 of the sender, plain SMTP",
                    kills,
                    "0 lost, 0 duplicated, at most 0.4 uncertain per kill");
            assertThat(figure.lost()).isZero();
            assertThat(figure.duplicated()).isZero();
            assertThat(figure.uncertain()).isLessThanOrEqualTo(Math.max(6, kills * 4 / 10));
            assertThat(figure.taken()).isGreaterThan(kills);
        }
    }

    @Test
    void withAServerThatRecognisesRepeatsNothingIsEvenUncertain() throws Exception {
        try (MailSink sink = new MailSink(SEED, MailFaults.BEFORE_THE_DOT)) {
            killOverAndOver(
                    sink,
                    List.of(
                            "--afterglow.messaging.smtp.idempotency-header=" + MailSink.IDEMPOTENCY_HEADER,
                            "--afterglow.messaging.smtp.idempotency-window=24h"));

            FaultFigure figure = compare(
                    sink,
                    "kill -9 of the sender, SMTP with an idempotency header",
                    kills,
                    "0 lost, 0 duplicated, 0 uncertain");
            assertThat(figure.lost()).isZero();
            assertThat(figure.duplicated()).isZero();
            assertThat(figure.uncertain()).isZero();
            assertThat(figure.taken()).isGreaterThan(kills);
        }
    }

    @Test
    void cutOffAfterTheDotMarketingIsNotRepeatedAndServiceIsOnce() throws Exception {
        try (MailSink sink = new MailSink(SEED, new MailFaults(0, 0, 0, 0, 0, 1))) {
            Process sender = start(sink, List.of());
            go(sender, 0);
            while (sink.cuts() < CUTS && sender.isAlive()) {
                sender.waitFor(20, TimeUnit.MILLISECONDS);
            }
            sender.destroyForcibly().waitFor();
            drain(sink, 1, List.of());

            FaultFigure figure =
                    compare(sink, "connection cut after the final dot", sink.cuts(), "0 lost, 0 duplicated");
            assertThat(figure.lost()).isZero();
            assertThat(figure.duplicated()).isZero();
            assertThat(figure.uncertain()).isEqualTo(figure.planned());
            assertThat(figure.repeated())
                    .as("service messages")
                    .isBetween(figure.planned() / 2 - 2, figure.planned() / 2 + 2);
        }
    }

    private void killOverAndOver(MailSink sink, List<String> settings) throws Exception {
        drain(sink, 0, settings);
        Deque<Process> standby = new ArrayDeque<>();
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int life = 0; life < KILLS && System.nanoTime() < end; life++) {
            while (standby.size() < STANDBY) {
                standby.add(start(sink, settings));
            }
            Process sender = standby.remove();
            go(sender, life);
            workAWhile(sender, sink);
            assertThat(sender.isAlive())
                    .as("killed and not ended by itself: " + log())
                    .isTrue();
            sender.destroyForcibly().waitFor();
            kills++;
        }
        standby.forEach(Process::destroyForcibly);
        sink.misbehave(MailFaults.NONE);
        drain(sink, KILLS, settings);
    }

    /** As long as it takes for some mails and a bit of one more; on a busy machine that is longer. */
    private void workAWhile(Process sender, MailSink sink) throws InterruptedException {
        int enough = sink.dots() + chance.nextInt(16);
        for (int i = 0; i < 20_000 && sink.dots() < enough && sender.isAlive(); i++) {
            sender.waitFor(1, TimeUnit.MILLISECONDS);
        }
        sender.waitFor(chance.nextInt(12_000_000), TimeUnit.NANOSECONDS);
    }

    private void drain(MailSink sink, int life, List<String> settings) throws Exception {
        List<String> all = new ArrayList<>(settings);
        all.add("--drain=true");
        Process sender = start(sink, all);
        go(sender, life);
        assertThat(sender.waitFor(10, TimeUnit.MINUTES))
                .as("comes to an end: " + log())
                .isTrue();
        assertThat(sender.exitValue()).as(log()).isZero();
    }

    private FaultFigure compare(MailSink sink, String name, int n, String wanted) throws IOException {
        Map<String, Integer> taken = sink.taken();
        List<Row> rows = rows();
        int lost = 0;
        int duplicated = 0;
        int uncertain = 0;
        int repeated = 0;
        for (Row row : rows) {
            int times = taken.getOrDefault(row.id(), 0);
            boolean unclear = row.status().equals("uncertain") || (row.resends() > 0 && !sink.recognisesRepeats());
            boolean unfinished = !List.of("accepted", "rejected", "uncertain").contains(row.status());
            lost += unfinished || (row.status().equals("accepted") && times == 0) ? 1 : 0;
            duplicated +=
                    times > 1 + row.resends() || (times > 0 && row.status().equals("rejected")) ? 1 : 0;
            uncertain += unclear ? 1 : 0;
            repeated += times == 2 && row.resends() == 1 ? 1 : 0;
        }
        assertThat(taken.keySet())
                .as("nothing nobody wanted")
                .isSubsetOf(rows.stream().map(Row::id).toList());
        FaultFigure figure = new FaultFigure(
                name, n, SEED, rows.size(), taken.size(), lost, duplicated, uncertain, repeated, wanted);
        FaultReport.publish(figure);
        return figure;
    }

    private List<Row> rows() {
        try (Database database = FileDatabase.open(database())) {
            return database.client()
                    .sql("select id, status, resends from messages")
                    .query((row, number) -> new Row(row.getString(1), row.getString(2), row.getInt(3)))
                    .list();
        }
    }

    private Process start(MailSink sink, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-Dlogback.configurationFile=" + folder.resolve("logback.xml"),
                "-Dspring.backgroundpreinitializer.ignore=true"));
        command.addAll(classes.options());
        command.addAll(List.of(
                SendingProcess.class.getName(),
                "--database=" + FileDatabase.url(database()),
                "--afterglow.messaging.quiet-hours.from=00:00",
                "--afterglow.messaging.quiet-hours.to=00:00",
                "--afterglow.local.enabled=false",
                "--afterglow.journey.folder=" + folder.resolve("bpmn"),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port(),
                "--spring.mail.properties.mail.smtp.connectiontimeout=1000",
                "--spring.mail.properties.mail.smtp.timeout=1000",
                "--spring.mail.properties.mail.smtp.writetimeout=1000",
                "--spring.mail.properties.mail.smtp.quitwait=false"));
        command.addAll(settings);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("sender.log").toFile()))
                .start();
    }

    /** Lets a sender that has started begin, its clock a bit further than the one's before. */
    private void go(Process sender, int life) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(sender.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
            assertThat(line)
                    .as(() -> "the sender starts: %s%s, exit %s"
                            .formatted(said, log(), sender.onExit().join().exitValue()))
                    .isNotNull();
            said.append(line).append('\n');
        }
        sender.getOutputStream().write((life * MINUTES_PER_LIFE + "\n").getBytes(StandardCharsets.UTF_8));
        sender.getOutputStream().flush();
    }

    private String log() {
        try {
            Path log = folder.resolve("sender.log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path database() {
        return folder.resolve("ledger");
    }
}
