package dev.afterglow.intake.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.order.Incident;
import dev.afterglow.order.ParcelStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes the page about parcels anew with {@code -Dafterglow.write-reference=true}. */
class CarrierWordsPageTest {

    private static final Path PAGE = Path.of("docs/reference/parcels.md");
    private static final Map<String, String> PLATFORMS =
            Map.of("aftership", "AfterShip", "easypost", "EasyPost", "shippo", "Shippo");

    @Test
    void thePageSaysWhatTheFilesSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("afterglow.write-reference")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("run this test with -Dafterglow.write-reference=true")
                .isEqualTo(page);
    }

    private static String page() {
        return """
                # Parcels

                Where a parcel is, in one vocabulary for all carriers, and what each platform's words mean in it. Every scan a platform
                reports becomes one of these; the state of a parcel follows from all its scans in the order in which they happened. An
                incident has an owner: who apologises, and who pays. This page is written by a test.

                A wrong clock does no lasting harm. What a carrier or shop dates more than 26 hours ahead of ours (the most that mistaken
                time zones explain) counts from when it was first told, and its report says so (`dated-ahead`): otherwise it would win over
                all that happens until then. In [our own events](events.md) such a time is refused.

                ## Our words

                | Status | Means |
                |---|---|
                """
                + Arrays.stream(ParcelStatus.values())
                        .map(status -> "| `%s` | %s |\n".formatted(status.word(), means(status)))
                        .collect(Collectors.joining())
                + PLATFORMS.keySet().stream()
                        .sorted()
                        .map(CarrierWordsPageTest::platform)
                        .collect(Collectors.joining());
    }

    private static String platform(String platform) {
        List<String> remarks = CarrierWords.lines(platform)
                .filter(line -> line.startsWith("# ") && !line.startsWith("# word"))
                .map(line -> line.substring(2))
                .toList();
        return "\n## %s\n\n%s\n\n| Word | Status | Incident | Detail |\n|---|---|---|---|\n"
                        .formatted(PLATFORMS.get(platform), String.join("\n", remarks))
                + CarrierWords.of(platform).all().entrySet().stream()
                        .map(word -> row(word.getKey(), word.getValue()))
                        .collect(Collectors.joining());
    }

    private static String row(String word, Meaning meaning) {
        return "| `%s` | `%s` | %s | %s |\n"
                .formatted(
                        word,
                        meaning.status().word(),
                        Stream.ofNullable(meaning.incident())
                                .map(CarrierWordsPageTest::incident)
                                .collect(Collectors.joining()),
                        Stream.ofNullable(meaning.detail()).collect(Collectors.joining()));
    }

    private static String incident(Incident incident) {
        return incident.owner().word() + ": " + incident.reason();
    }

    private static String means(ParcelStatus status) {
        return switch (status) {
            case UNKNOWN -> "Nobody knows more than that it exists.";
            case PENDING -> "There is a label, and no carrier has it yet.";
            case PICKED_UP -> "A carrier has it.";
            case IN_TRANSIT -> "On its way.";
            case ON_HOLD -> "Something holds it up; the incident says what and whose it is.";
            case DELIVERY_DELAYED -> "The carrier says that it will be late.";
            case OUT_FOR_DELIVERY -> "On the van.";
            case DELIVERY_FAILED -> "It was at the door and nobody took it.";
            case READY_FOR_PICKUP -> "It waits in a shop or locker.";
            case DELIVERED -> "Arrived; the detail says how or with whom.";
            case RETURN_TO_SENDER -> "On its way back to the shop, or back there.";
            case LOST -> "The carrier says that it is gone. Silence alone is not: that is `on-hold` with `no-news`.";
            case DAMAGED -> "The carrier says that it is broken.";
            case CANCELLED -> "It will not travel.";
        };
    }
}
