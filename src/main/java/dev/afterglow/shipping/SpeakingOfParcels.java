package dev.afterglow.shipping;

import dev.afterglow.messaging.Offering;
import dev.afterglow.order.Incident;
import dev.afterglow.order.Parcel;
import dev.afterglow.order.Parcels;
import dev.afterglow.order.Scan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What words can say of the parcel a run is about. */
@Component
class SpeakingOfParcels implements Offering {

    private static final LocalDate SAMPLE_DAY = LocalDate.of(2026, 3, 12);
    private static final Map<String, Object> SAMPLE_LABEL = Map.of(
            "carrier", "DHL", "number", "00340434161094042557", "link", "https://carrier.example/00340434161094042557");
    private static final Map<String, Object> SAMPLE_LINE =
            Map.of("title", "Espresso beans, dark roast", "variant", "1 kg", "quantity", 2);

    private final Parcels parcels;
    private final ParcelContents contents;

    SpeakingOfParcels(Parcels parcels, ParcelContents contents) {
        this.parcels = parcels;
        this.contents = contents;
    }

    @Override
    public String prefix() {
        return "parcel";
    }

    @Override
    public List<Name> names() {
        return List.of(
                new Name("carrier", "who carries it, as the shop names them", "DHL"),
                new Name("number", "the number on its label", "00340434161094042557"),
                new Name("link", "where to follow it", "https://carrier.example/00340434161094042557"),
                new Name(
                        "status",
                        "where it stands: pending, picked-up, in-transit, out-for-delivery and so on",
                        "in-transit"),
                new Name("promised", "the day it was said to arrive first; a date", SAMPLE_DAY),
                new Name("expected", "the day it was said to arrive last; a date", SAMPLE_DAY.plusDays(2)),
                new Name("expected_later", "true when a later day was told than the first", true),
                new Name(
                        "where",
                        "how or to whom it was given: door, neighbour, locker, signed, picked-up",
                        "neighbour"),
                new Name("place", "where the carrier saw it last", "Parcel shop, Main Street 1"),
                new Name("problem", "what went wrong last, such as address-not-found", "weather"),
                new Name("problem_of", "whose problem that is: carrier, shop, recipient, customs, nobody", "customs"),
                new Name(
                        "lines",
                        "what is in it, where we know: a list of title, variant, quantity",
                        List.of(SAMPLE_LINE)),
                new Name(
                        "together",
                        "the parcels of the order that left on the same day, this one first: a list of carrier, number, link",
                        List.of(SAMPLE_LABEL, SAMPLE_LABEL)));
    }

    @Override
    public Map<String, Object> values(About about) {
        return parcels.find(about.businessKey()).map(this::values).orElse(Map.of());
    }

    private Map<String, Object> values(Parcel parcel) {
        Expectation expectation = Expectation.of(parcel);
        Incident incident = parcel.incident();
        Map<String, Object> values = new HashMap<>(label(parcel));
        values.put("status", parcel.status().word());
        put(values, "promised", expectation.promised());
        put(values, "expected", expectation.due());
        values.put("expected_later", !Objects.equals(expectation.promised(), expectation.due()));
        put(values, "where", parcel.detail());
        put(values, "place", parcel.scans().isEmpty() ? null : place(parcel));
        put(values, "problem", incident == null ? null : incident.reason());
        put(values, "problem_of", incident == null ? null : incident.owner().word());
        values.put("lines", contents.of(parcel));
        values.put(
                "together",
                contents.together(parcel).stream().map(SpeakingOfParcels::label).toList());
        return values;
    }

    private static @Nullable String place(Parcel parcel) {
        Scan last = parcel.scans().getLast();
        return last.place();
    }

    private static Map<String, Object> label(Parcel parcel) {
        Map<String, Object> label = new HashMap<>();
        label.put("carrier", Objects.requireNonNullElse(parcel.carrier(), ""));
        label.put("number", Objects.requireNonNullElse(parcel.number(), ""));
        label.put("link", link(parcel.url()));
        return label;
    }

    // why: it comes from outside and ends in a mail.
    private static String link(@Nullable String url) {
        return url != null && url.matches("https?://\\S+") ? url : "";
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
