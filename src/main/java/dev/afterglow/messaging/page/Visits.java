package dev.afterglow.messaging.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Counts who followed an address: roughly, aside, and never more than that. Nothing is decided by it. */
@Component
class Visits implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
    private static final int WAITING = 1_000;
    private static final Pattern MACHINES = Pattern.compile("(?i)bot\\b|crawl|spider|scan|preview|prefetch|proxy|"
            + "proofpoint|mimecast|barracuda|safelinks|externalhit|headless|curl/|wget/|python|java/|go-http|okhttp|"
            + "axios|node|ruby|perl|libwww|monitor");

    private final Grants grants;
    private final ThreadPoolExecutor aside = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("visits").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    Visits(Grants grants) {
        this.grants = grants;
        aside.allowCoreThreadTimeOut(true);
    }

    /** Counts a visit, unless it looks like a machine's. */
    void count(String token, HttpServletRequest request) {
        if (isPerson(request)) {
            aside.execute(() -> write(new Token(token)));
        }
    }

    private static boolean isPerson(HttpServletRequest request) {
        String program = request.getHeader("User-Agent");
        return request.getMethod().equals("GET")
                && request.getHeader("Sec-Purpose") == null
                && request.getHeader("Purpose") == null
                && program != null
                && !MACHINES.matcher(program).find();
    }

    private void write(Token token) {
        try {
            grants.visit(token);
        } catch (DataAccessException trouble) {
            LOG.warn("A visit was not counted", trouble);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        aside.shutdown();
        if (!aside.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("Some visits were not counted");
        }
    }
}
