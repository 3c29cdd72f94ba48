package dev.afterglow.intake.medusa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Steps;
import dev.afterglow.intake.Telling;
import dev.afterglow.intake.Told;
import dev.afterglow.order.Order;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a thin event tells. It says what to look at and not what is so, so whatever its name, the order or the account is
 * told as the shop has it at the moment of asking. Source: Medusa, "Events Reference"
 * (https://docs.medusajs.com/resources/references/events).
 */
class MedusaReport {

    private static final Set<String> CUSTOMERS = Set.of("customer.created", "customer.updated");
    private static final Set<String> OF_FULFILLMENTS = Set.of("shipment.created", "delivery.created");
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final String FIELDS = "?fields=email,currency_code,customer_id,canceled_at,*customer,*items.detail,"
            + "*shipping_address,*fulfillments,*fulfillments.items,*fulfillments.labels,*payment_collections.payments,"
            + "*payment_collections.payments.refunds";

    private final AskingMedusa asking;
    private final Function<String, Optional<Order>> known;
    private final Clock clock;

    MedusaReport(AskingMedusa asking, Function<String, Optional<Order>> known, Clock clock) {
        this.asking = asking;
        this.known = known;
        this.clock = clock;
    }

    /** What follows from an event; nothing when events of this name are not used here. */
    List<Told> of(Field event, MedusaAccount account, String sender) {
        Field named = event.at("name").isEmpty() ? event.at("event") : event.at("name");
        String name = named.requiredText(100);
        Field data = event.at("data").isEmpty() ? event.at("data").object() : event.at("data");
        if (CUSTOMERS.contains(name)) {
            return customer(safe(data.at("id")), account, sender);
        }
        if (OF_FULFILLMENTS.contains(name)) {
            return order(safe(data.at("order_id")), account, sender);
        }
        return name.startsWith("order.")
                ? order(safe(data.at("order_id").isEmpty() ? data.at("id") : data.at("order_id")), account, sender)
                : List.of();
    }

    private List<Told> order(String id, MedusaAccount account, String sender) {
        JsonNode answer = asking.get(account, "/admin/orders/" + id + FIELDS.replace("*", "%2A"));
        Field json = Field.root(answer).at("order").object();
        if (MedusaOrder.isDraft(json)) {
            return List.of();
        }
        Order order = MedusaOrder.order(json, sender);
        Instant at = Objects.requireNonNullElseGet(MedusaOrder.updatedAt(json), clock::instant);
        Told update = telling(sender, account, answer)
                .order(order)
                .customer(MedusaOrder.customer(json))
                .facts(MedusaFacts.of(json, at))
                .as("order.updated", order.id(), at);
        return Steps.of(update, known.apply(account.shop().own(order.id())));
    }

    private List<Told> customer(String id, MedusaAccount account, String sender) {
        JsonNode answer = asking.get(account, "/admin/customers/" + id);
        Field json = Field.root(answer).at("customer").object();
        Instant at = Objects.requireNonNullElseGet(json.at("updated_at").instant(), clock::instant);
        return List.of(telling(sender, account, answer)
                .customer(MedusaOrder.person(json))
                .as("customer.updated", json.at("id").requiredId(), at));
    }

    // why: an event has no id of its own, and two events may be answered by the same state of the order.
    private static Telling telling(String sender, MedusaAccount account, JsonNode answer) {
        String body = answer.toString();
        String hash = Json.hash(body);
        return Told.by(sender, hash, hash).of(account.shop()).body(body);
    }

    private static String safe(Field id) {
        String text = id.requiredId();
        if (!SAFE.matcher(text).matches()) {
            throw id.refuse("must be letters, digits, underscores and dashes");
        }
        return text;
    }
}
