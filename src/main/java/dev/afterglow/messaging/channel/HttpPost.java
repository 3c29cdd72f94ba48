package dev.afterglow.messaging.channel;

import dev.afterglow.journey.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands something over by HTTP, within one deadline. The point of no return is right before the first byte of the body.
 * Redirects are not followed, and of the answer no more than 64 kB is read.
 */
@Component
class HttpPost {

    static final int LONGEST_ANSWER = 64 * 1024;
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final Timer timer;

    HttpPost(Timer timer) {
        this.timer = timer;
    }

    /** What the other side answered. */
    record Answer(int status, String body, Optional<String> retryAfter) {

        boolean isFine() {
            return status / 100 == 2;
        }

        /** It says itself that it took nothing, and why is no fault of the message. */
        boolean isSurelyNotTaken() {
            return status == 429 || status == 503 || status == 401 || status == 403 || status == 404;
        }
    }

    /**
     * Posts.
     *
     * @throws TransientFailure when nothing of the body left
     * @throws Channel.NobodyKnows when some of it did, and there was no answer
     */
    Answer send(URI to, Map<String, String> headers, String body, Duration most, Runnable pointOfNoReturn) {
        Body bytes = new Body(body, pointOfNoReturn);
        HttpRequest.Builder request = HttpRequest.newBuilder(to).POST(bytes);
        headers.forEach(request::header);
        // why: a connection kept from the last time may be gone, and after the mark nobody could tell.
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING.compareTo(most) < 0 ? CONNECTING : most)
                .build();
        try (Deadline deadline = timer.in(most)) {
            deadline.cutsOff(client::shutdownNow);
            return answer(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw bytes.broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw bytes.broken(e);
        } finally {
            client.shutdownNow();
        }
    }

    private static Answer answer(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            return new Answer(
                    response.statusCode(),
                    new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8),
                    response.headers().firstValue("Retry-After"));
        }
    }

    /** A body that says when it is about to leave. */
    private static final class Body implements HttpRequest.BodyPublisher {

        private final HttpRequest.BodyPublisher bytes;
        private final Runnable pointOfNoReturn;
        private volatile boolean passed;
        private volatile @Nullable RuntimeException objection;

        Body(String text, Runnable pointOfNoReturn) {
            this.bytes = HttpRequest.BodyPublishers.ofString(text);
            this.pointOfNoReturn = pointOfNoReturn;
        }

        @Override
        public long contentLength() {
            return bytes.contentLength();
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            try {
                pointOfNoReturn.run();
            } catch (RuntimeException e) {
                objection = e;
                throw e;
            }
            passed = true;
            bytes.subscribe(subscriber);
        }

        RuntimeException broken(Exception trouble) {
            RuntimeException against = objection;
            if (against != null) {
                return against;
            }
            return passed
                    ? new Channel.NobodyKnows(Bare.of(trouble))
                    : new TransientFailure("the provider cannot be reached", Bare.of(trouble));
        }
    }
}
