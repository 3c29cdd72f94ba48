package dev.afterglow.journey;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Sees of which versions of which processes work comes here, whatever worker it is for. */
class SeenWork implements ClientInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(SeenWork.class);
    private static final Set<String> JOBS = Set.of("ActivateJobs", "StreamActivatedJobs");

    private final ObjectProvider<NoticingStrangers> noticing;

    // why: what notices needs the very client this becomes a part of.
    SeenWork(ObjectProvider<NoticingStrangers> noticing) {
        this.noticing = noticing;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        return JOBS.contains(method.getBareMethodName()) ? new Watched<>(call) : call;
    }

    // why: whatever goes wrong in looking must not keep the work from its worker.
    private void see(Object answer) {
        try {
            switch (answer) {
                case ActivatedJob job -> see(job);
                case ActivateJobsResponse jobs -> jobs.getJobsList().forEach(this::see);
                default -> {}
            }
        } catch (RuntimeException e) {
            LOG.warn("Where the work that came is from is found out with the next of it", e);
        }
    }

    private void see(ActivatedJob job) {
        noticing.getObject()
                .see(
                        new EngineVersion(job.getBpmnProcessId(), job.getProcessDefinitionVersion()),
                        job.getProcessDefinitionKey());
    }

    private final class Watched<Q, A> extends SimpleForwardingClientCall<Q, A> {

        Watched(ClientCall<Q, A> call) {
            super(call);
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onMessage(A answer) {
                            see(answer);
                            super.onMessage(answer);
                        }
                    },
                    headers);
        }
    }
}
