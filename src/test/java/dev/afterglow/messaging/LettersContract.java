package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.messaging.Letter.Status;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.Instants;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class LettersContract {

    private static final Instant MONDAY = Instant.parse("2026-05-11T08:00:00Z");

    private Database database;
    private Letters letters;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        letters = new Letters(fresh.client(), new MovableClock());
    }

    @Test
    void theMostUrgentIsFirst() {
        lay("m-1", "c-1", MONDAY.plusSeconds(60));
        lay("m-2", "c-2", MONDAY);

        assertThat(letters.waiting(10)).extracting(Letter::messageId).containsExactly("m-2", "m-1");
        assertThat(letters.waiting(1)).extracting(Letter::customerId).containsExactly("c-2");
        assertThat(letters.page("m-1")).contains("<p>Liebe Ada</p>");
    }

    @Test
    void aPostedLetterIsOffTheQueueAndSaysWhoPostedIt() {
        lay("m-1", "c-1", MONDAY);

        assertThat(letters.done("m-1", "grace")).isTrue();
        assertThat(letters.waiting(10)).isEmpty();
        assertThat(letters.find("m-1")).hasValueSatisfying(letter -> {
            assertThat(letter.status()).isEqualTo(Status.DONE);
            assertThat(letter.settledBy()).isEqualTo("grace");
            assertThat(letter.settledAt()).isNotNull();
        });
    }

    @Test
    void aLetterIsSettledOnce() {
        lay("m-1", "c-1", MONDAY);

        assertThat(AllAtOnce.run(4, number -> letters.skip("m-1", "person-" + number, "moved")))
                .containsOnlyOnce(true);
        assertThat(letters.done("m-1", "grace")).isFalse();
        assertThat(letters.find("m-1"))
                .hasValueSatisfying(letter -> assertThat(letter.reason()).isEqualTo("moved"));
        assertThat(letters.done("m-404", "grace")).isFalse();
    }

    @Test
    void whoIsForgottenHasNoLetters() {
        lay("m-1", "c-1", MONDAY);
        lay("m-2", "c-2", MONDAY);

        assertThat(letters.forget("c-1")).isEqualTo(1);
        assertThat(letters.waiting(10)).extracting(Letter::customerId).containsExactly("c-2");
    }

    private void lay(String id, String customer, Instant due) {
        database.client()
                .sql("""
                     insert into letters (message_id, recipient, subject, locale, html, status, wanted_at, due_at)
                     values (?, ?, 'Danke', 'de', '<p>Liebe Ada</p>', 'waiting', ?, ?)
                     """)
                .params(id, customer, Instants.param(MONDAY), Instants.param(due))
                .update();
    }
}
