package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsCheckTest {

    private static final String MARKETING = "subject: x\npurpose: marketing";

    private final WordsRoom room = new WordsRoom();

    @Test
    void goodWordsHaveNoFlaws() {
        room.mail("Hi{% if customer.first_name %} {{ customer.first_name }}{% endif %}");
        assertThat(flaws()).isEmpty();
    }

    @Test
    void whatBreaksOnlyForSomeIsFoundBeforeTheyGetIt() {
        room.mail("Going to {{ order.ship_to.city }}");
        assertThat(flaws())
                .containsExactly(
                        "later/messages/hello.email.en.md: line 5: the variable \"order.ship_to.city\" does not exist");
    }

    @Test
    void allFilesAreLookedAt() {
        room.mail("{{ x }}")
                .words("other.sms.en.md", "purpose: fun", "Hi")
                .put("later/messages/notes.txt", "x")
                .words("more.email.en.md", "subject: x\npurpose: service\ntopik: care", "Hi");
        assertThat(flaws())
                .containsExactly(
                        "later/messages/hello.email.en.md: line 5: the variable \"x\" does not exist",
                        "later/messages/more.email.en.md: line 4: front matter does not know \"topik\"; it knows"
                                + " [expires, fields, once, parcel, preheader, product, purpose, subject, topic, track, urgent]",
                        "later/messages/notes.txt: line 1: the file must be called NAME.CHANNEL.LANGUAGE.md or .mjml",
                        "later/messages/other.sms.en.md: line 2: purpose is \"fun\", but must be service or marketing");
    }

    @Test
    void marketingMustShowTheWayOut() {
        room.words("hello.email.en.md", MARKETING, "Buy!");
        assertThat(flaws())
                .containsExactly(
                        "later/messages/hello.email.en.md: line 1: marketing must show links.unsubscribe, in the words or in the layout");
        room.put(
                "shared/layout.email.html",
                "{{ content }}{% if links.unsubscribe %}<a href=\"{{ links.unsubscribe }}\">end</a>{% endif %}");
        assertThat(flaws()).isEmpty();
        room.put("shared/layout.email.html", "{{ content }}<p class=\"no-plain\">{{ links.unsubscribe }}</p>");
        assertThat(flaws()).hasSize(1);
    }

    @Test
    void marketingByTextMessageMaySayStop() {
        room.words("hello.sms.en.md", "purpose: marketing", "Buy!");
        assertThat(flaws()).hasSize(1);
        room.words("hello.sms.en.md", "purpose: marketing", "Buy! Answer STOP to end this.");
        assertThat(flaws()).isEmpty();
    }

    @Test
    void aMessageThatNotEverybodyCouldReadIsFound() {
        room.words("hello.email.de.md", "subject: x\npurpose: service", "Hallo");
        assertThat(flaws())
                .singleElement()
                .asString()
                .startsWith("later/messages/hello.email.en.md: line 1: the file is missing");
    }

    private List<String> flaws() {
        return room.writing.check(WordsRoom.JOURNEY).stream()
                .map(Flaw::toString)
                .toList();
    }
}
