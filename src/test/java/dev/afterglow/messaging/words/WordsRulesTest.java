package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.check.CheckRoom;
import dev.afterglow.journey.check.Checking;
import dev.afterglow.journey.check.Finding;
import dev.afterglow.journey.check.Rule;
import dev.afterglow.journey.check.RuleBook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule about words with something it refuses, and that no other rule does, not even those about diagrams. */
class WordsRulesTest {

    private static final String ENGLISH = "messages/late-note.email.en.md";
    private static final String GERMAN = "messages/late-note.email.de.md";
    private static final List<RuleBook> BOOKS = books();

    private static final Map<String, UnaryOperator<CheckRoom>> SPOILT = new TreeMap<>(Map.of(
            "words-written", room -> room.move(ENGLISH, null),
            "words-variables", room -> room.instead(ENGLISH, "order.number", "order.nummer"),
            "words-right", room -> room.instead(GERMAN, "purpose: marketing", "purpose: advertising"),
            "purpose-fits", room -> room.instead("value=\"marketing\"", "value=\"service\""),
            "possession-first", room -> room.instead("name=\"order.delivered\"", "name=\"order.paid\""),
            "words-used",
                    room -> room.put("messages/old.email.en.md", "---\nsubject: Old\npurpose: service\n---\nOld")));

    private static List<RuleBook> books() {
        List<RuleBook> books = new ArrayList<>(CheckRoom.books());
        books.add(new WordsRoom().rules);
        return books;
    }

    static Stream<String> rules() {
        return SPOILT.keySet().stream();
    }

    @Test
    void soundWordsAreWhollySound() {
        assertThat(new CheckRoom().findings(BOOKS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatARuleIsAboutIsRefusedByItAlone(String rule) {
        List<Finding> findings = SPOILT.get(rule).apply(new CheckRoom()).findings(BOOKS);
        assertThat(CheckRoom.rules(findings)).as("%s", findings).containsExactly(rule);
    }

    @Test
    void aLayoutIsLookedAtBeforeItFramesAnything() {
        assertThat(layout("<p>{{ content }}</p>")).isEmpty();
        assertThat(layout("<p>{{ contents }}</p>")).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("words-right");
            assertThat(finding.file()).isEqualTo("shared/layout.letter.html");
            assertThat(finding.reason()).contains("{{ content }} is missing");
        });
        assertThat(layout("<p>{{ content }} {{ shop.nome }}</p>"))
                .extracting(Finding::rule)
                .containsOnly("words-variables");
    }

    private static List<Finding> layout(String html) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(Map.of("layout.letter.html", html.getBytes(StandardCharsets.UTF_8)));
        return new Checking(List.of(new WordsRoom().rules))
                .check(new JourneyFolder("shared", files), List.of())
                .findings();
    }

    @Test
    void everyRuleAboutWordsHasAnExampleHere() {
        assertThat(new WordsRoom().rules.rules().stream().map(Rule::name))
                .containsExactlyInAnyOrderElementsOf(SPOILT.keySet());
    }

    @Test
    void aLanguageTheFolderSpeaksIsMissedInEveryMessage() {
        assertThat(new CheckRoom()
                        .move(GERMAN, "messages/late-note.email.fr.md")
                        .put("messages/more.email.de.md", "---\nsubject: Mehr\npurpose: service\n---\nMehr")
                        .findings(BOOKS))
                .extracting(Finding::reason)
                .contains("the file messages/late-note.email.de.md is missing");
    }
}
