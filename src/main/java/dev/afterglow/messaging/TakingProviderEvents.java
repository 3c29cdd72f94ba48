package dev.afterglow.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Takes what providers report. Each report and what follows from it are one transaction; when a batch breaks off, the
 * provider sends it again, and what was taken the first time changes nothing.
 */
@Service
public class TakingProviderEvents {

    private final Consequences consequences;
    private final MeterRegistry meters;

    TakingProviderEvents(Consequences consequences, MeterRegistry meters) {
        this.consequences = consequences;
        this.meters = meters;
    }

    /**
     * Takes them all; committed when this returns.
     *
     * @return how many of them were news
     */
    public int take(List<ProviderEvent> told) {
        int news = 0;
        for (ProviderEvent event : told) {
            if (consequences.of(event)) {
                news++;
                meters.counter(
                                "afterglow.provider.events",
                                "provider",
                                event.provider(),
                                "kind",
                                event.kind().word())
                        .increment();
            }
        }
        return news;
    }
}
