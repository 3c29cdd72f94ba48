package dev.afterglow.journey;

import io.camunda.client.jobhandling.CamundaClientExecutorService;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import io.grpc.ClientInterceptor;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How we speak with the engine: our own threads, our own answers to trouble. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final int THREADS = 64;

    @Bean
    CamundaClientExecutorService workerThreads() {
        return new CamundaClientExecutorService(
                Executors.newScheduledThreadPool(
                        THREADS, Thread.ofVirtual().name("worker-", 0).factory()),
                true);
    }

    @Bean
    ClientInterceptor inFlightLimit(JourneySettings settings) {
        return new InFlightLimit(settings.commandsInFlight());
    }

    @Bean
    CommandExceptionHandlingStrategy commandStrategy(CamundaClientExecutorService threads) {
        return new CommandStrategy(threads.get());
    }

    @Bean
    JobExceptionHandlingStrategy failureStrategy(
            CommandExceptionHandlingStrategy commands, MetricsRecorder metrics, JourneySettings settings) {
        return new FailureStrategy(commands, metrics, settings.retries());
    }
}
