package dev.afterglow.intake.cloudevents;

import static dev.afterglow.intake.cloudevents.Shape.Plain.AMOUNT;
import static dev.afterglow.intake.cloudevents.Shape.Plain.COUNTRY;
import static dev.afterglow.intake.cloudevents.Shape.Plain.CURRENCY;
import static dev.afterglow.intake.cloudevents.Shape.Plain.DAY;
import static dev.afterglow.intake.cloudevents.Shape.Plain.FLAG;
import static dev.afterglow.intake.cloudevents.Shape.Plain.ID;
import static dev.afterglow.intake.cloudevents.Shape.Plain.MOMENT;
import static dev.afterglow.intake.cloudevents.Shape.Plain.TEXT;
import static dev.afterglow.intake.cloudevents.Shape.Plain.WHOLE;
import static dev.afterglow.intake.cloudevents.Shape.Plain.ZONE;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Topic;
import dev.afterglow.intake.cloudevents.Shape.Group;
import dev.afterglow.intake.cloudevents.Shape.Many;
import dev.afterglow.intake.cloudevents.Shape.Name;
import dev.afterglow.intake.cloudevents.Shape.Part;
import dev.afterglow.intake.cloudevents.Shape.Word;
import dev.afterglow.order.Incident;
import dev.afterglow.order.ParcelStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event of our vocabulary, described once. */
final class OurEvents {

    private static final String ORDER_ID = "the order's id in the shop";
    private static final String PERSON = "the account's id in the shop, or whatever else names the person";

    private static final Group ADDRESS = Group.of(
                    Part.of("name", TEXT, "Who gets it."),
                    Part.of("lines", new Many(TEXT), "Street and whatever stands above the city; four lines are kept."),
                    Part.of("city", TEXT, ""),
                    Part.of("postcode", TEXT, ""),
                    Part.of("region", TEXT, "State or province, as the shop codes it."),
                    Part.of("country", COUNTRY, "Decides about consent and quiet hours."))
            .called("An address");
    private static final Group LINE = Group.of(
                    Part.of("id", ID, "The line's id in the shop; needed to tell later what arrived or went back."),
                    Part.of("productId", ID, ""),
                    Part.of("sku", TEXT, ""),
                    Part.needed("title", TEXT, "As the customer knows it."),
                    Part.of("variant", TEXT, "Size, colour, engraving."),
                    Part.of("quantity", WHOLE, "1 if left out."),
                    Part.of("price", AMOUNT, "Of one, before discounts."))
            .called("A line");
    private static final Group ORDER = Group.of(
                    Part.of("id", ID, "The same as the subject, or left out."),
                    Part.of("number", TEXT, "What the customer knows the order by."),
                    Part.of("email", TEXT, "Where to write about this order."),
                    Part.of("locale", TEXT, "The language it was bought in, such as de-AT."),
                    Part.of("total", AMOUNT, "What was charged."),
                    Part.of("currency", CURRENCY, "Of the total and all prices."),
                    Part.of("ordersBefore", WHOLE, "How many orders this customer had placed before."),
                    Part.of("placedAt", MOMENT, ""),
                    Part.of("paidAt", MOMENT, "The event's time if left out of order.paid."),
                    Part.of("cancelledAt", MOMENT, "With it the order counts as cancelled."),
                    Part.of("voided", FLAG, "Nothing will come of it: no journey speaks of it."),
                    Part.of("test", FLAG, "Nobody really bought anything: no journey starts."),
                    Part.of("gift", FLAG, "Somebody else gets it."),
                    Part.of("shipTo", ADDRESS, "Where it goes; told as a whole or not at all."),
                    Part.of("lines", new Many(LINE), "What was bought, all of it."))
            .called("An order");
    private static final Group CUSTOMER = Group.of(
                    Part.of("id", ID, "The account's id in the shop; left out for a guest."),
                    Part.of("email", TEXT, ""),
                    Part.of("phone", TEXT, "With country code."),
                    Part.of("firstName", TEXT, ""),
                    Part.of("lastName", TEXT, ""),
                    Part.of("locale", TEXT, "The language to write in."),
                    Part.of("timeZone", ZONE, "Decides when it is night."))
            .called("A customer");
    private static final Part WHO = Part.of("customer", CUSTOMER, "Who it is.");
    private static final Group ABOUT_ORDER = Group.of(
            Part.of("shop", TEXT, "Where it was bought, for people to read; the event's source if left out."),
            Part.of("order", ORDER, "What is left out stays as it was."),
            Part.of("customer", CUSTOMER, "Who bought it."));

    private static final Part LINE_IDS = Part.of("lines", new Many(ID), "Which lines; all of the order if left out.");
    private static final Part CASE_ORDER = Part.of("orderId", ID, "The order it is about.");
    private static final Part PROMISE = Part.of("promise", DAY, "The day it is now said to arrive, at the address.");
    private static final Part PARCEL_ORDER =
            Part.of("orderId", ID, "The order it belongs to; needed if the parcel is named by its shipment.");
    private static final Group PARCEL = Group.of(
            Part.of("number", TEXT, "On the label; the subject if this and the shipment are left out."),
            Part.of("shipment", ID, "The shipment's id in the shop, instead of a number."),
            PARCEL_ORDER,
            Part.of(
                    "incident",
                    Group.of(
                            Part.needed("owner", new Word(owners()), "Whose it is: who apologises, and who pays."),
                            Part.needed("reason", new Name(), "Such as address-not-found.")),
                    "What went wrong."),
            Part.of("detail", new Name(), "How or to whom: door, neighbour, locker, signed."),
            Part.of("place", TEXT, "Where the carrier saw it."),
            PROMISE);
    private static final Group SHIPMENT = Group.of(
            Part.needed("orderId", ID, "The order it belongs to, which may be told later."),
            Part.of("cancelled", FLAG, "It does not leave after all."),
            Part.of(
                    "lines",
                    new Many(Group.of(
                            Part.needed("id", ID, "Of the order's line."),
                            Part.of("quantity", WHOLE, "1 if left out."))),
                    "What is in it; all of the order if left out."),
            Part.of(
                    "parcels",
                    new Many(Group.of(
                            Part.of("carrier", TEXT, "As the shop names it."),
                            Part.of("number", TEXT, "To follow it with."),
                            Part.of("url", TEXT, "Where to follow it."))),
                    "One for each; one that nobody can follow if left out."),
            PROMISE);
    private static final Group REFUND = ABOUT_ORDER.and(
            Part.needed("refundId", ID, "The refund's id in the shop; told again, it is still one refund."),
            Part.of("amount", AMOUNT, "In the order's currency, all of it."),
            Part.of("reason", TEXT, ""),
            Part.of(
                    "lines",
                    new Many(Group.of(
                            Part.needed("id", ID, "Of the order's line."),
                            Part.of("quantity", WHOLE, "1 if left out."),
                            Part.of("amount", AMOUNT, "For all of them."))),
                    "The goods it was for."));
    private static final Part CHANNELS = Part.of("channel", new Word(Consent.CHANNELS), "All of them if left out.");
    private static final Group CONSENT = Group.of(
            WHO,
            Part.of("topics", new Many(new Word(topics())), "All of marketing if left out."),
            Part.of("source", TEXT, "Where it was said, such as checkout."),
            Part.of("wording", TEXT, "What the person was shown."),
            Part.of("evidence", TEXT, "What proves it."));

    static final List<OurEvent> ALL = all();
    static final Map<String, OurEvent> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(OurEvent::name, Function.identity()));

    private OurEvents() {}

    private static List<OurEvent> all() {
        List<OurEvent> all = new ArrayList<>(List.of(
                order("order.created", "An order was placed; it need not be paid."),
                order("order.paid", "An order was paid."),
                order("order.updated", "Something about an order is different now."),
                order("order.cancelled", "An order was cancelled."),
                event("order.delivered", "Goods arrived.", ORDER_ID, ABOUT_ORDER.and(LINE_IDS)),
                event("order.returned", "Goods came back.", ORDER_ID, ABOUT_ORDER.and(LINE_IDS)),
                new OurEvent(
                        "order.refunded", "refund.told", "Money went back, all or a part of it.", ORDER_ID, REFUND),
                event(
                        "order.promised",
                        "All of an order was said to arrive on a day.",
                        ORDER_ID,
                        Group.of(Part.needed("promise", DAY, "That day, at the address."))),
                new OurEvent(
                        "parcel.shipped",
                        "shipment.told",
                        "Goods left the shop, or something about a shipment is different now.",
                        "the shipment's id in the shop",
                        SHIPMENT),
                new OurEvent(
                        "parcel.scanned",
                        "parcel.scanned",
                        "A carrier or the shop saw a parcel; it may be told before the parcel is known.",
                        "the parcel's number",
                        PARCEL.and(Part.needed("status", new Word(statuses()), "Where it is.")))));
        statuses()
                .forEach(status -> all.add(new OurEvent(
                        "parcel." + status,
                        "parcel.scanned",
                        "The same as parcel.scanned with the status " + status + ".",
                        "the parcel's number",
                        PARCEL)));
        all.add(event("customer.updated", "Something about a person is different now.", PERSON, Group.of(WHO)));
        all.add(event("consent.given", "A person agreed to be written to.", PERSON, given()));
        all.add(event("consent.withdrawn", "A person does not want to be written to.", PERSON, CONSENT.and(CHANNELS)));
        all.add(event("case.opened", "A person waits for an answer.", "the case's id", Group.of(WHO, CASE_ORDER)));
        all.add(event("case.closed", "The answer was given.", "the case's id", Group.of(WHO, CASE_ORDER)));
        return List.copyOf(all);
    }

    private static Group given() {
        return CONSENT.and(
                Part.needed("channel", new Word(Consent.CHANNELS), ""),
                Part.of("confirmed", FLAG, "The person followed a link that was sent there."),
                Part.of("country", COUNTRY, "Where they are; decides what an unconfirmed yes is worth."));
    }

    private static OurEvent order(String name, String says) {
        return event(name, says, ORDER_ID, ABOUT_ORDER);
    }

    private static OurEvent event(String name, String says, String subject, Group data) {
        return new OurEvent(name, name, says, subject, data);
    }

    private static List<String> statuses() {
        return Arrays.stream(ParcelStatus.values())
                .filter(status -> status != ParcelStatus.UNKNOWN)
                .map(ParcelStatus::word)
                .toList();
    }

    private static List<String> owners() {
        return Arrays.stream(Incident.Owner.values()).map(Incident.Owner::word).toList();
    }

    private static List<String> topics() {
        return Arrays.stream(Topic.values())
                .map(topic -> topic.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
