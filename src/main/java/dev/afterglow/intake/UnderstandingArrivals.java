package dev.afterglow.intake;

import dev.afterglow.journey.Recording;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what reports tell that arrived in a rush, in one transaction with taking them from there. */
@Service
class UnderstandingArrivals {

    /** What became of some reports. */
    record Understood(List<Arrival> arrivals, List<Recording> recordings) {}

    private final Arrivals arrivals;
    private final StoringTold storing;

    UnderstandingArrivals(Arrivals arrivals, StoringTold storing) {
        this.arrivals = arrivals;
        this.storing = storing;
    }

    /** The oldest, up to so many: all of them or none. */
    @Transactional
    public Understood oldest(int most) {
        return understand(arrivals.next(most));
    }

    /** The one in this place, if it is still there. */
    @Transactional
    public Understood one(Arrivals.Place place) {
        return understand(arrivals.hold(place).stream().toList());
    }

    private Understood understand(List<Arrivals.Row> rows) {
        if (rows.isEmpty()) {
            return new Understood(List.of(), List.of());
        }
        List<Arrival> oldest = rows.stream().map(Arrivals.Row::arrival).toList();
        Understood understood = new Understood(oldest, storing.store(oldest));
        arrivals.remove(rows);
        return understood;
    }
}
