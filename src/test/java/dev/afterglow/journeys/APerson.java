package dev.afterglow.journeys;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody of whom every word can be found again. */
record APerson(String token, String phone) {

    static APerson called(String token) {
        return new APerson(token, "+4915" + ThreadLocalRandom.current().nextLong(100_000_000, 999_999_999));
    }

    String email() {
        return "mail." + token + "@example.com";
    }

    /** What must be found nowhere once they are erased. */
    List<String> everything() {
        return List.of(email(), phone, phone.substring(3), "Given" + token, "Family" + token, "Street" + token);
    }

    Map<String, Object> customer() {
        return Map.of(
                "id",
                "shop-" + token,
                "email",
                email(),
                "phone",
                phone,
                "firstName",
                "Given" + token,
                "lastName",
                "Family" + token,
                "locale",
                "en");
    }

    Map<String, Object> order() {
        return order(List.of(
                Map.of("title", "Ring", "variant", "Engraved: Given" + token, "quantity", 1, "price", "199.00")));
    }

    Map<String, Object> order(List<Map<String, Object>> lines) {
        return Map.of(
                "currency",
                "EUR",
                "total",
                "199.00",
                "shipTo",
                Map.of(
                        "name",
                        "Given" + token + " Family" + token,
                        "lines",
                        List.of("Street" + token + " 1"),
                        "city",
                        "Köln",
                        "country",
                        "DE"),
                "lines",
                lines);
    }
}
