package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AppTest;
import dev.afterglow.messaging.JourneyWords;
import dev.afterglow.messaging.Previews;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The words of all journeys that come with Afterglow, filled in for everybody who was made up for it. */
class WordsOfJourneysTest extends AppTest {

    @Autowired
    private Previews previews;

    @Test
    void nothingIsWrongWithAnyWords() {
        assertThat(previews.all())
                .isNotEmpty()
                .allSatisfy(journey ->
                        assertThat(journey.wrong()).as(journey.journey()).isEmpty());
    }

    @Test
    void everyMessageIsWrittenInEnglishAndGerman() {
        assertThat(previews.all()).flatExtracting(JourneyWords::messages).allSatisfy(message -> {
            Set<String> channels = message.versions().stream()
                    .map(JourneyWords.Version::channel)
                    .collect(Collectors.toSet());
            assertThat(channels)
                    .allSatisfy(channel -> assertThat(message.versions())
                            .filteredOn(version -> version.channel().equals(channel))
                            .extracting(JourneyWords.Version::locale)
                            .contains("en", "de"));
        });
    }
}
