package dev.afterglow.journey;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Closes the engine's client in bounded time. The client (8.8.14) can lock itself out when a job stream is about to be
 * opened again at the moment its worker is closed: {@code JobStreamerImpl.open} then returns with its lock held, and
 * closing a second time waits for ever.
 */
@Component
class ClosingEngineClient implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingEngineClient.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final CamundaClient client;
    private volatile boolean running;

    ClosingEngineClient(@Lazy CamundaClient client) {
        this.client = client;
    }

    /** Takes the closing of the client away from Spring, which would wait for it without end. */
    @Bean
    static BeanFactoryPostProcessor clientIsClosedHere() {
        return beans -> {
            for (String name : beans.getBeanNamesForType(CamundaClient.class, true, false)) {
                if (beans.getBeanDefinition(name) instanceof AbstractBeanDefinition client) {
                    client.setDestroyMethodName("");
                }
            }
        };
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        Thread closing =
                Thread.ofPlatform().daemon().name("closing-engine-client").start(client::close);
        try {
            if (!closing.join(LONGEST_STOP)) {
                LOG.warn("The engine's client did not close in time; it is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // why: after the workers' threads have come to rest, and before a broker of our own is stopped.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 2;
    }
}
