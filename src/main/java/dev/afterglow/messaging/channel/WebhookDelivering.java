package dev.afterglow.messaging.channel;

import dev.afterglow.journey.TransientFailure;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Delivers what is due: signed, under the same id at every attempt. An endpoint that fails for five days or says it is
 * gone is disabled, and somebody is told.
 */
@Service
class WebhookDelivering {

    static final Duration PATIENCE = Duration.ofDays(5);
    private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivering.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int GONE = 410;

    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final WebhookSettings settings;
    private final WebhookQueue queue;
    private final WebhookPlan plan;
    private final PublicHosts hosts;
    private final HttpPost post;
    private final MeterRegistry meters;
    private final Clock clock;

    /** An endpoint, ready to be posted to. */
    private record Target(URI url, StandardWebhook signature) {}

    /** What came of an attempt, in a word for people, and when the other side wants to be asked again. */
    private record Outcome(String word, boolean gone, Optional<String> retryAfter) {

        boolean isFine() {
            return word.isEmpty();
        }
    }

    @Autowired
    WebhookDelivering(WebhookSettings settings, WebhookQueue queue, HttpPost post, MeterRegistry meters, Clock clock) {
        this(
                settings,
                queue,
                new WebhookPlan(() -> ThreadLocalRandom.current().nextLong()),
                new PublicHosts(InetAddress::getAllByName, settings.allowLoopback()),
                post,
                meters,
                clock);
    }

    WebhookDelivering(
            WebhookSettings settings,
            WebhookQueue queue,
            WebhookPlan plan,
            PublicHosts hosts,
            HttpPost post,
            MeterRegistry meters,
            Clock clock) {
        this.settings = settings;
        this.queue = queue;
        this.plan = plan;
        this.hosts = hosts;
        this.post = post;
        this.meters = meters;
        this.clock = clock;
        settings.endpoints()
                .forEach((name, endpoint) -> targets.put(
                        name,
                        new Target(
                                URI.create(endpoint.url()),
                                new StandardWebhook(
                                        "afterglow.messaging.webhook.endpoints." + name + ".secret",
                                        endpoint.secret()))));
    }

    /** What is due now, up to so many. */
    List<WebhookQueue.Due> take(int most) {
        return targets.isEmpty() ? List.of() : queue.take(targets.keySet(), most, LEASE);
    }

    /** Tries to deliver one. */
    void deliver(WebhookQueue.Due due) {
        Outcome outcome = attempt(due, targets.get(due.endpoint()));
        if (outcome.isFine()) {
            queue.delivered(due);
            count(due, "delivered");
            return;
        }
        Optional<Instant> next = plan.next(due.attempt(), clock.instant(), outcome.retryAfter());
        queue.failed(due, outcome.word(), next);
        count(due, next.isPresent() ? "failed" : "given-up");
        Instant since = queue.failing(due.endpoint());
        if (outcome.gone() || !since.plus(PATIENCE).isAfter(clock.instant())) {
            disable(due.endpoint(), outcome.gone() ? "gone" : "failed for five days");
        }
    }

    /** Takes out what was settled long ago. */
    void tidyUp() {
        queue.forgetSettledBefore(clock.instant().minus(settings.keep()));
    }

    private Outcome attempt(WebhookQueue.Due due, @Nullable Target target) {
        if (target == null) {
            return new Outcome("endpoint-unknown", false, Optional.empty());
        }
        try {
            hosts.check(target.url().getHost());
            HttpPost.Answer answer = post.send(
                    target.url(),
                    target.signature().headers(due.id(), clock.instant(), due.payload()),
                    due.payload(),
                    settings.deadline(),
                    () -> {});
            return answer.isFine()
                    ? new Outcome("", false, Optional.empty())
                    : new Outcome("status " + answer.status(), answer.status() == GONE, answer.retryAfter());
        } catch (IOException e) {
            return new Outcome("address refused", false, Optional.empty());
        } catch (TransientFailure | Channel.NobodyKnows e) {
            return new Outcome("no answer", false, Optional.empty());
        }
    }

    private void disable(String endpoint, String reason) {
        if (queue.disable(endpoint, reason)) {
            LOG.error(
                    "The webhook endpoint {} is disabled ({}); nothing is lost, enable it when it works",
                    endpoint,
                    reason);
            meters.counter("afterglow.webhooks.disabled", "endpoint", endpoint).increment();
        }
    }

    private void count(WebhookQueue.Due due, String outcome) {
        meters.counter("afterglow.webhooks.deliveries", "endpoint", due.endpoint(), "outcome", outcome)
                .increment();
    }
}
