package dev.afterglow.console;

import dev.afterglow.access.AccessSettings;
import dev.afterglow.customer.Customers;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.sql.Instants;
import dev.afterglow.support.Case;
import dev.afterglow.support.CaseEntries;
import dev.afterglow.support.CaseEntry;
import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.Cases;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All there is to know about one case. */
@Component
class CaseSheet {

    private static final String SAID = """
            select r.survey, r.product, a.score, a.remark, a.answered_at
            from survey_answers a join survey_requests r on r.id = a.request_id
            where r.customer_id = ? and (cast(? as varchar(190)) is null or r.order_id = ?)
            order by a.answered_at desc, r.id limit 5
            """;

    private final Cases cases;
    private final CaseEntries entries;
    private final Customers customers;
    private final Orders orders;
    private final AccessSettings access;
    private final JdbcClient jdbc;
    private final Times times;
    private final Clock clock;

    CaseSheet(
            Cases cases,
            CaseEntries entries,
            Customers customers,
            Orders orders,
            AccessSettings access,
            JdbcClient jdbc,
            Times times,
            Clock clock) {
        this.cases = cases;
        this.entries = entries;
        this.customers = customers;
        this.orders = orders;
        this.access = access;
        this.jdbc = jdbc;
        this.times = times;
        this.clock = clock;
    }

    /**
     * The sheet.
     *
     * @param who the customer's name; empty when it is not known
     * @param order what people call the order it is about
     * @param closed when and how it ended; empty while it is open
     * @param owners everybody it can be given to
     */
    record View(
            Case one,
            String why,
            String who,
            @Nullable String order,
            boolean late,
            String closed,
            List<String> owners,
            List<Ending> outcomes,
            List<Said> said,
            List<Done> done) {}

    /** A way for a case to end, as forms write it and as people read it. */
    record Ending(String word, String text) {}

    /** Something the customer said in a survey. */
    record Said(String survey, @Nullable String product, int score, String remark, Instant at) {}

    /** Something that was done. */
    record Done(String title, Tone tone, String by, String words, Instant at) {}

    /** A sheet on which what people wrote is shown only to those who may read it. */
    Optional<View> of(String id, boolean mayRead) {
        return cases.find(id).map(one -> view(one, mayRead));
    }

    /** Everybody who may sign in. */
    List<String> owners() {
        TreeSet<String> names = new TreeSet<>(access.console().people().keySet());
        names.add(access.console().user());
        return List.copyOf(names);
    }

    private View view(Case one, boolean mayRead) {
        return new View(
                one,
                CaseWords.why(one.reason()),
                customers
                        .find(one.customerId())
                        .map(found -> PlainWords.name(found.firstName(), found.lastName(), found.email()))
                        .orElse(""),
                order(one),
                one.isOverdueAt(clock.instant()),
                one.isOpen() ? "" : CaseWords.ended(Optional.ofNullable(one.outcome())),
                owners(),
                Arrays.stream(CaseOutcome.values())
                        .map(outcome -> new Ending(outcome.word(), CaseWords.outcome(outcome)))
                        .toList(),
                said(one, mayRead),
                entries.of(one.id()).reversed().stream()
                        .map(entry -> done(entry, mayRead))
                        .toList());
    }

    private @Nullable String order(Case one) {
        return one.orderId() == null
                ? null
                : orders.find(one.orderId()).map(Order::number).orElse(one.orderId());
    }

    private List<Said> said(Case one, boolean mayRead) {
        return jdbc.sql(SAID)
                .param(one.customerId())
                .param(one.orderId())
                .param(one.orderId())
                .query((row, number) -> new Said(
                        row.getString("survey"),
                        row.getString("product"),
                        row.getInt("score"),
                        shown(row.getString("remark"), mayRead),
                        Instants.required(row, "answered_at")))
                .list();
    }

    private Done done(CaseEntry entry, boolean mayRead) {
        return new Done(
                CaseWords.title(entry, times),
                CaseWords.tone(entry),
                entry.by() == null ? "" : entry.by(),
                shown(entry.words(), mayRead),
                entry.at());
    }

    private static String shown(@Nullable String written, boolean mayRead) {
        return written == null || written.isBlank() ? "" : mayRead ? written : Mask.DOTS;
    }
}
