package dev.afterglow.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What happens in an example, as shops and carriers would tell it: an event of Afterglow's own vocabulary. */
final class Reports {

    // why: in this country, which there is not, a yes counts only once confirmed.
    static final String CONFIRMING_COUNTRY = "XX";

    private final Example example;
    private final Role role;

    Reports(Example example, Role role) {
        this.example = example;
        this.role = role;
    }

    /** The event behind this cue. */
    Map<String, Object> of(Cue cue, Instant now) {
        String what = cue.what();
        return switch (what.substring(0, what.indexOf('.'))) {
            case "parcel" -> parcel(cue, now);
            case "consent" -> consent(cue, now);
            case "case" -> event(what, role.caseId(), now, Map.of("customer", customer(), "orderId", role.orderId()));
            default -> order(cue, now);
        };
    }

    private Map<String, Object> order(Cue cue, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("order", purchase());
        data.put("customer", customer());
        if (cue.details().containsKey("promise")) {
            data.put("promise", day(cue.details().get("promise")));
        }
        if (!cue.what().endsWith("refunded")) {
            return event(cue.what(), role.orderId(), now, data);
        }
        String all = example.purchase().total().toPlainString();
        data.put("refundId", role.orderId() + "-refund-" + cue.line());
        data.put("amount", cue.what().equals("order.refunded") ? all : Acts.detail(cue, "amount", "1.00"));
        return event("order.refunded", role.orderId(), now, data);
    }

    private Map<String, Object> parcel(Cue cue, Instant now) {
        String name = role.orderId() + "-" + Acts.detail(cue, "parcel", "P1");
        boolean ofShop = cue.what().equals("parcel.shipped") || cue.what().equals("parcel.cancelled");
        Map<String, Object> data = new LinkedHashMap<>();
        if (ofShop) {
            data.put("orderId", role.orderId());
            data.put("cancelled", cue.what().equals("parcel.cancelled"));
            data.put(
                    "parcels",
                    List.of(Map.of("carrier", "DHL", "number", name, "url", "https://carrier.example/" + name)));
        }
        if (cue.details().containsKey("promise")) {
            data.put("promise", day(cue.details().get("promise")));
        }
        List.of("detail", "place").stream()
                .filter(cue.details()::containsKey)
                .forEach(known -> data.put(known, cue.details().get(known)));
        if (cue.details().containsKey("reason")) {
            data.put(
                    "incident",
                    Map.of("reason", cue.details().get("reason"), "owner", Acts.detail(cue, "owner", "carrier")));
        }
        return event(ofShop ? "parcel.shipped" : cue.what(), name, now, data);
    }

    private Map<String, Object> consent(Cue cue, Instant now) {
        boolean withdrawn = cue.what().equals("consent.withdrawn");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("customer", customer());
        data.put("channel", "email");
        if (cue.details().containsKey("topic")) {
            data.put("topics", List.of(cue.details().get("topic")));
        }
        if (cue.what().equals("consent.pending")) {
            data.put("country", CONFIRMING_COUNTRY);
        } else if (!withdrawn) {
            data.put("confirmed", true);
        }
        return event(withdrawn ? "consent.withdrawn" : "consent.given", role.customerId(), now, data);
    }

    private String day(String said) {
        LocalDate day = said.startsWith("day ")
                ? example.begins()
                        .plusDays(Long.parseLong(said.substring("day ".length()).strip()) - 1)
                : LocalDate.parse(said);
        return day.toString();
    }

    private Map<String, Object> purchase() {
        Purchase of = example.purchase();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("number", "#" + of.number());
        order.put("currency", of.currency());
        order.put("total", of.total().toPlainString());
        order.put("test", of.test());
        order.put("gift", of.gift());
        order.put("ordersBefore", example.person().ordersBefore());
        order.put(
                "lines",
                of.lines().stream()
                        .map(line -> line(of.lines().indexOf(line), line))
                        .toList());
        if (of.country() != null) {
            Map<String, Object> address = new LinkedHashMap<>(Map.of("country", of.country()));
            if (of.region() != null) {
                address.put("region", of.region());
            }
            order.put("shipTo", address);
        }
        return order;
    }

    private static Map<String, Object> line(int index, Purchase.Line line) {
        return Map.of(
                "id",
                Integer.toString(index + 1),
                "productId",
                line.title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-"),
                "title",
                line.title(),
                "quantity",
                line.quantity(),
                "price",
                line.price().toPlainString());
    }

    private Map<String, Object> customer() {
        Person of = example.person();
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("id", role.customerId());
        customer.put("firstName", of.firstName());
        customer.put("lastName", of.lastName());
        customer.put("locale", of.locale());
        customer.put("timeZone", of.zone().getId());
        customer.put("email", role.email());
        customer.put("phone", of.phone());
        customer.values().removeIf(java.util.Objects::isNull);
        return customer;
    }

    private Map<String, Object> event(String type, String subject, Instant now, Map<String, Object> data) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                role.nextEvent(),
                "source",
                "/rehearsal",
                "type",
                type,
                "subject",
                subject,
                "time",
                now.toString(),
                "data",
                data);
    }
}
