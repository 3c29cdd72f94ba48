package dev.afterglow.journey;

import io.camunda.client.jobhandling.CamundaClientExecutorService;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import io.grpc.ClientInterceptor;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How we speak with the engine: our own threads, our own answers to trouble. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    CamundaClientExecutorService workerExecutor(WorkerThreads threads) {
        // why: not owned by the client, which would interrupt workers in the middle of a statement when it closes.
        return new CamundaClientExecutorService(threads.executor(), false);
    }

    @Bean
    ClientInterceptor inFlightLimit(JourneySettings settings) {
        return new InFlightLimit(settings.commandsInFlight());
    }

    @Bean
    ClientInterceptor seenWork(ObjectProvider<NoticingStrangers> noticing) {
        return new SeenWork(noticing);
    }

    @Bean
    CommandExceptionHandlingStrategy commandStrategy(CamundaClientExecutorService threads) {
        return new CommandStrategy(threads.get());
    }

    @Bean
    JobExceptionHandlingStrategy failureStrategy(
            CommandExceptionHandlingStrategy commands, MetricsRecorder metrics, JourneySettings settings, Clock clock) {
        return new FailureStrategy(commands, metrics, settings.retries(), clock);
    }
}
