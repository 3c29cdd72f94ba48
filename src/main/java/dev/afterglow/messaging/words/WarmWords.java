package dev.afterglow.messaging.words;

import dev.afterglow.journey.JourneyProblem;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads all words once the app is up, so that the first customer of each does not wait for that. */
@Component
class WarmWords {

    private static final Logger LOG = LoggerFactory.getLogger(WarmWords.class);

    private final Writing writing;

    WarmWords(Writing writing) {
        this.writing = writing;
    }

    @EventListener(ApplicationReadyEvent.class)
    void read() {
        Thread.ofVirtual().name("warm-words").start(() -> writing.all().forEach(this::read));
    }

    private void read(WordsAt words) {
        try {
            writing.wordsIn(Locale.forLanguageTag(words.locale()), words.journey(), words.name(), words.channel());
        } catch (JourneyProblem wrong) {
            LOG.warn("Words that will not be sent: {}", wrong.getMessage());
        }
    }
}
