package dev.afterglow.intake.cloudevents;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.ConsentSettings;
import dev.afterglow.customer.Topic;
import dev.afterglow.intake.Fact;
import dev.afterglow.intake.Field;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads what our own events tell beside orders and people: what arrived, what went back, consent and cases. */
final class OurFacts {

    private OurFacts() {}

    static List<Fact> of(CloudEvent event, Instant at, ConsentSettings settings) {
        Field data = event.data();
        String caseId = event.source() + " " + event.subject();
        return switch (event.type()) {
            case "order.delivered" -> List.of(new Fact.Delivered(lines(data)));
            case "order.returned" -> List.of(new Fact.Returned(lines(data)));
            case "order.promised" -> List.of(OurParcel.promised(event, at));
            case "order.refunded" -> List.of(OurParcel.refunded(event, at));
            case "parcel.shipped" -> OurParcel.shipped(event, at);
            case "case.opened" ->
                List.of(new Fact.CaseOpened(caseId, data.at("orderId").id()));
            case "case.closed" ->
                List.of(new Fact.CaseClosed(caseId, data.at("orderId").id()));
            case "consent.given" -> consents(event, at, given(data, settings), List.of(channel(data)));
            case "consent.withdrawn" -> consents(event, at, Consent.State.WITHDRAWN, withdrawnFrom(data));
            default -> event.type().startsWith("parcel.") ? OurParcel.scanned(event, at) : List.of();
        };
    }

    private static List<String> lines(Field data) {
        return data.at("lines").items().stream().map(Field::requiredId).toList();
    }

    private static Consent.State given(Field data, ConsentSettings settings) {
        return data.at("confirmed").flag()
                ? Consent.State.GIVEN
                : settings.unconfirmed(data.at("country").country());
    }

    private static List<Fact> consents(CloudEvent event, Instant at, Consent.State state, List<String> channels) {
        Field data = event.data();
        String source = Objects.requireNonNullElse(data.at("source").text(100), "event");
        String wording = data.at("wording").text(2000);
        String evidence = Objects.requireNonNullElse(data.at("evidence").text(2000), event.source() + " " + event.id());
        return channels.stream()
                .flatMap(channel -> topics(data.at("topics"))
                        .<Fact>map(topic ->
                                new Fact.Said(new Consent(channel, topic, state, source, wording, evidence, at))))
                .toList();
    }

    private static List<String> withdrawnFrom(Field data) {
        return data.at("channel").isEmpty() ? Consent.CHANNELS : List.of(channel(data));
    }

    private static String channel(Field data) {
        Field field = data.at("channel");
        String channel = field.text(20);
        if (channel == null || !Consent.CHANNELS.contains(channel)) {
            throw field.refuse("must be one of " + Consent.CHANNELS);
        }
        return channel;
    }

    private static Stream<Topic> topics(Field topics) {
        if (topics.isEmpty()) {
            return Topic.OF_MARKETING.stream();
        }
        return topics.items().stream().map(OurFacts::topic);
    }

    private static Topic topic(Field field) {
        try {
            return Topic.of(String.valueOf(field.text(20)));
        } catch (IllegalArgumentException e) {
            throw field.refuse("must be one of order, feedback, reviews, care, offers");
        }
    }
}
