package dev.afterglow.messaging.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Topic;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void bothLanguagesSayTheSameThingsWithTheSameBlanks() throws IOException {
        Properties english = texts("en");
        Properties german = texts("de");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        english.stringPropertyNames()
                .forEach(name -> assertThat(new MessageFormat(german.getProperty(name)).getFormats())
                        .as(name)
                        .hasSameSizeAs(new MessageFormat(english.getProperty(name)).getFormats()));
        assertThat(Stream.concat(english.values().stream(), german.values().stream()))
                .as("a straight apostrophe swallows what follows it")
                .noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void everyTextIsUsed() throws IOException {
        StringBuilder pages = new StringBuilder();
        for (Path folder : List.of(
                Path.of("src/main/resources/templates/public"),
                Path.of("src/main/java/dev/afterglow/messaging/page"),
                Path.of("src/main/java/dev/afterglow/feedback"),
                Path.of("src/main/java/dev/afterglow/review"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> !f.toString().endsWith(".properties")).toList()) {
                    pages.append(Files.readString(file));
                }
            }
        }
        Set<String> composed =
                Set.of("topic", "channel", "held", "confirm", "unsubscribe", "nothing", "gone", "wait", "survey");
        assertThat(texts("en").stringPropertyNames())
                .allMatch(name -> pages.indexOf(name) >= 0
                        || composed.contains(name.split("\\.", 2)[0])
                        || name.startsWith("trouble.")
                        || name.startsWith("review.refused.")
                        || name.startsWith("review.closed.")
                        || name.startsWith("preferences.saved."));
    }

    @Test
    void theFirstLanguageWeWriteInCounts() {
        assertThat(in("fr", "de-CH", "en").tag()).isEqualTo("de");
        assertThat(in("ar", "tlh").tag()).isEqualTo("en");
        assertThat(in().topic(Topic.OFFERS)).isEqualTo("Offers");
        assertThat(in("de").channel("carrier-pigeon")).isEqualTo("diesen Weg");
    }

    @Test
    void daysAreToldAsPeopleThereTellThem() {
        LocalDate day = LocalDate.parse("2027-03-01");

        assertThat(in("de").day(day)).isEqualTo("1. März 2027");
        assertThat(in("en").day(day)).isEqualTo("March 1, 2027");
        assertThat(in("de").say("preferences.pause.months", 1)).isEqualTo("Einen Monat lang");
        assertThat(in("de").say("preferences.pause.months", 3)).isEqualTo("3 Monate lang");
    }

    private static Texts in(String... tags) {
        return Texts.in(Stream.of(tags).map(Locale::forLanguageTag).toList(), "Shop", ZoneOffset.UTC);
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (var file = TextsTest.class.getResourceAsStream("/templates/public/texts_" + language + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
