package dev.afterglow.journeys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happens to a parcel in a test. */
record AParcel(
        String name,
        @Nullable String order,
        String happened,
        @Nullable LocalDate promise,
        @Nullable String detail) {

    static AParcel called(String name) {
        return new AParcel(name, null, "shipped", null, null);
    }

    /** It leaves the shop, with all of the order. */
    AParcel shippedFor(String orderId) {
        return new AParcel(name, orderId, "shipped", promise, detail);
    }

    AParcel promisedFor(LocalDate day) {
        return new AParcel(name, order, happened, day, detail);
    }

    /** It does not leave after all. */
    AParcel withdrawnFrom(String orderId) {
        return new AParcel(name, orderId, "withdrawn", promise, detail);
    }

    AParcel is(String status) {
        return new AParcel(name, null, status, promise, detail);
    }

    AParcel at(String where) {
        return new AParcel(name, order, happened, promise, where);
    }

    Map<String, Object> toEvent(String salt, Instant now) {
        boolean told = order != null;
        Map<String, Object> data = new LinkedHashMap<>();
        if (told) {
            data.put("orderId", salt + "-" + order);
            data.put("cancelled", happened.equals("withdrawn"));
            data.put("parcels", List.of(Map.of("carrier", "DHL", "number", salt + name, "url", link(salt))));
        }
        if (promise != null) {
            data.put("promise", promise.toString());
        }
        if (detail != null) {
            data.put("detail", detail);
        }
        Map<String, Object> event = AnEvent.told(
                told ? "parcel.shipped" : "parcel." + happened, told ? salt + "-" + name : salt + name, data);
        event.put("time", now.toString());
        return event;
    }

    String link(String salt) {
        return "https://carrier.example/" + salt + name;
    }
}
