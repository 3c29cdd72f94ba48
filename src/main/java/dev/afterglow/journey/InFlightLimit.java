package dev.afterglow.journey;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many commands are open at the engine at once; whoever has one more waits. Many timers due at one moment
 * otherwise make thousands of completions at once, which can kill a small broker.
 */
class InFlightLimit implements ClientInterceptor {

    private static final Set<String> COMMANDS =
            Set.of("CompleteJob", "FailJob", "ThrowError", "PublishMessage", "CreateProcessInstance");

    private final Semaphore permits;

    InFlightLimit(int permits) {
        this.permits = new Semaphore(permits);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        return COMMANDS.contains(method.getBareMethodName()) ? new Bounded<>(call, permits) : call;
    }

    private static final class Bounded<Q, A> extends SimpleForwardingClientCall<Q, A> {

        private final Semaphore permits;
        private final AtomicBoolean held = new AtomicBoolean();

        Bounded(ClientCall<Q, A> call, Semaphore permits) {
            super(call);
            this.permits = permits;
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            held.set(waitForRoom());
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            release();
                            super.onClose(status, trailers);
                        }
                    },
                    headers);
        }

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {
            release();
            super.cancel(message, cause);
        }

        /** Waits for a place; after a minute the command goes without one, for nothing may wait for ever. */
        private boolean waitForRoom() {
            try {
                return permits.tryAcquire(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private void release() {
            if (held.compareAndSet(true, false)) {
                permits.release();
            }
        }
    }
}
