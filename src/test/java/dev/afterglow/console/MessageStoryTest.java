package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.console.MessageStory.Chapter;
import dev.afterglow.console.MessageStory.Other;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageStoryTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void aMessageThatWasTakenTellsItsWholeWay() {
        assertThat(story("accepted", null, "smtp", NINE, NINE, "<1@mx>", 0).chapters())
                .extracting(Chapter::title)
                .containsExactly("Wanted", "Written and reserved", "Handed over", "Taken");
        assertThat(last(story("accepted", null, "smtp", NINE, NINE, "<1@mx>", 0))
                        .sentence())
                .contains("<1@mx>");
    }

    @Test
    void aMessageThatWaitsSaysUntilWhenAndWhy() {
        Chapter waiting = last(story("deferred", "order-cancelled", null, null, NINE, null, 0));
        assertThat(waiting.at()).isEqualTo(NINE);
        assertThat(waiting.title()).isEqualTo("Waits until then");
        assertThat(waiting.sentence()).isEqualTo("The order was cancelled.");
        assertThat(last(story("deferred", "not-taken", null, null, null, null, 0))
                        .title())
                .isEqualTo("Waits for the next try");
    }

    @Test
    void anUncertainMessageSaysWhetherItIsLookedAtAgain() {
        assertThat(last(story("uncertain", "no-answer", "smtp", NINE, NINE, null, 0))
                        .title())
                .isEqualTo("Will be looked at again");
        assertThat(last(story("uncertain", "no-answer", "smtp", NINE, null, null, 0))
                        .title())
                .isEqualTo("Nobody knows whether it left");
    }

    @Test
    void whatWasOnlyKeptIsNotCalledTaken() {
        assertThat(last(story("accepted", null, "capture", null, null, null, 0)).title())
                .isEqualTo("Kept for looking at");
    }

    @Test
    void whatWasSentAgainSaysHowOften() {
        assertThat(story("accepted", null, "smtp", NINE, null, null, 1).chapters())
                .anyMatch(chapter -> chapter.sentence().contains("Once more since then."));
    }

    @Test
    void theSameStepByAnotherChannelIsOneSentence() {
        assertThat(Other.of("m-2", "email", "thank-you", "silent", "no-address").sentence())
                .isEqualTo("By e-mail: There is no address to write to.");
        assertThat(Other.of("m-2", "sms", "thank-you", "accepted", null).sentence())
                .isEqualTo("By text message: Thank-you sent.");
    }

    private static Chapter last(MessageStory story) {
        return story.chapters().getLast();
    }

    private static MessageStory story(
            String status,
            @Nullable String reason,
            @Nullable String transport,
            @Nullable Instant handedOverAt,
            @Nullable Instant notBefore,
            @Nullable String providerId,
            int resends) {
        return new MessageStory(
                "Thank you",
                "SendThankYou",
                status,
                reason,
                transport,
                NINE,
                NINE,
                notBefore,
                handedOverAt,
                NINE,
                providerId,
                resends,
                null,
                null,
                List.of());
    }
}
