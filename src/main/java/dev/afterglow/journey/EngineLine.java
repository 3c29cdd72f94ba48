package dev.afterglow.journey;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientConfiguration;
import io.camunda.client.impl.CamundaClientImpl;
import io.camunda.client.impl.util.ExecutorResource;
import io.grpc.ManagedChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The line to the engine. After a long absence gRPC waits up to two minutes before it dials again (gRPC connection
 * backoff protocol); whoever has something to say can have it dialled at once.
 */
@Component
class EngineLine {

    private static final String STARTER = "io.camunda.client.spring.configuration.CamundaClientProdAutoConfiguration";

    private volatile @Nullable ManagedChannel channel;

    /** Builds the starter's client on a line that is known here. */
    @Bean
    static BeanFactoryPostProcessor clientOnThisLine() {
        return beans -> {
            for (String name : beans.getBeanNamesForType(CamundaClient.class, true, false)) {
                if (beans.getBeanDefinition(name) instanceof AbstractBeanDefinition client
                        && STARTER.equals(client.getFactoryBeanName())) {
                    client.setInstanceSupplier(() ->
                            beans.getBean(EngineLine.class).client(beans.getBean(CamundaClientConfiguration.class)));
                }
            }
        };
    }

    /** If the line is down, the next call dials, however often it was tried in vain. */
    void dialAgain() {
        ManagedChannel line = channel;
        if (line != null) {
            line.resetConnectBackoff();
        }
    }

    CamundaClient client(CamundaClientConfiguration settings) {
        ManagedChannel line = CamundaClientImpl.buildChannel(settings);
        channel = line;
        return new CamundaClientImpl(
                settings,
                line,
                CamundaClientImpl.buildGatewayStub(line, settings),
                new ExecutorResource(settings.jobWorkerExecutor(), settings.ownsJobWorkerExecutor()));
    }
}
