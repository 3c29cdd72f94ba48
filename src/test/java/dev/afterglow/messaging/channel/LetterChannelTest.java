package dev.afterglow.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.MovableClock;
import dev.afterglow.messaging.channel.Channel.Handover;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.H2Extension;
import dev.afterglow.sql.PostgresExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class LetterChannelTest {

    @Nested
    @ExtendWith(H2Extension.class)
    class OnH2 extends Contract {}

    @Nested
    @ExtendWith(PostgresExtension.class)
    class OnPostgres extends Contract {}

    abstract static class Contract {

        private static final Rendered WORDS =
                new Rendered("Danke", "<h1>Liebe Ada</h1><script>x()</script>", "Liebe Ada");

        private final AtomicInteger marks = new AtomicInteger();
        private Database database;
        private LetterChannel channel;

        @BeforeEach
        void use(Database fresh) {
            database = fresh;
            channel = new LetterChannel(fresh.client(), new LetterSettings(Duration.ofDays(7)), new MovableClock());
        }

        @Test
        void aLetterIsLaidIntoTheQueueReadyForThePrinter() {
            assertThat(handOver(WORDS)).isInstanceOf(Handover.Taken.class);

            assertThat(pages())
                    .singleElement()
                    .satisfies(page -> assertThat(page)
                            .contains("<h1>Liebe Ada</h1>", "@page", "<title>Danke</title>", "lang=\"de-DE\"")
                            .doesNotContain("<script"));
            assertThat(marks).hasValue(1);
        }

        @Test
        void theSameLetterIsThereOnce() {
            handOver(WORDS);
            handOver(WORDS);

            assertThat(pages()).hasSize(1);
            assertThat(channel.recognisesRepeatsFor()).isGreaterThan(Duration.ofDays(365));
        }

        @Test
        void plainWordsArePrintedAsTheyAre() {
            handOver(new Rendered("s", "", "Dear <Ada>,\n  yours"));

            assertThat(pages().getFirst()).contains("Dear &lt;Ada&gt;,\n  yours");
        }

        @Test
        void whoObjectsAtThePointOfNoReturnIsHeardAndNothingIsLaidThere() {
            IllegalStateException objection = new IllegalStateException("no longer ours");

            assertThatThrownBy(() -> channel.handOver(ChannelContract.envelope("c-1", WORDS), () -> {
                        throw objection;
                    }))
                    .isSameAs(objection);
            assertThat(pages()).isEmpty();
        }

        @Test
        void aDatabaseThatFailsAfterThePointOfNoReturnLeavesItUncertainAndQuotesNothing() {
            Rendered tooLong = new Rendered("s".repeat(2000), "", "secret words");

            assertThatExceptionOfType(Channel.NobodyKnows.class)
                    .isThrownBy(() -> handOver(tooLong))
                    .satisfies(trouble ->
                            assertThat(trouble.getCause()).hasNoCause().hasMessageNotContaining("secret words"));
        }

        private Handover handOver(Rendered words) {
            return channel.handOver(ChannelContract.envelope("c-1", words), marks::incrementAndGet);
        }

        private java.util.List<String> pages() {
            return database.client()
                    .sql("select html from letters")
                    .query(String.class)
                    .list();
        }
    }
}
