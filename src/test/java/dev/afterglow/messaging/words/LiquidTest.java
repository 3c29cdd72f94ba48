package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidTest {

    private static final Tongue ENGLISH = new Tongue(Locale.UK, ZoneOffset.UTC);

    private final Liquid liquid = new Liquid(SomeOfferings.none());

    @Test
    void valuesAreFilledIn() {
        assertThat(fill("Hello {{ customer.first_name | upcase }}", Map.of("customer", Map.of("first_name", "Ada"))))
                .isEqualTo("Hello ADA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include '/etc/passwd' %}",
                "{% include 'secrets.properties' %}",
                "{% include_relative 'x' %}",
                "{% render 'x' %}"
            })
    void noFileIsEverRead(String template) {
        assertThatThrownBy(() -> fill(template, Map.of())).isInstanceOf(WordsRefused.class);
    }

    @Test
    void aTextThatDoublesItselfIsStopped() {
        String doubling = "{% assign a = a | append: a %}".repeat(40);
        assertThatThrownBy(() -> fill("{% assign a = 'xxxxxxxxxxxxxxxx' %}" + doubling + "{{ a }}", Map.of()))
                .isInstanceOf(WordsRefused.class)
                .hasMessageContaining("append");
    }

    @Test
    void aTextThatGrowsByReplacingIsStopped() {
        String growing = "{% assign a = a | replace: 'x', a %}".repeat(20);
        assertThatThrownBy(() -> fill("{% assign a = 'xxxxxxxxxx' %}" + growing + "{{ a }}", Map.of()))
                .isInstanceOf(WordsRefused.class);
    }

    @Test
    void aListThatDoublesItselfIsStopped() {
        String doubling = "{% assign a = a | concat: a %}".repeat(40);
        assertThatThrownBy(() -> fill(doubling + "{{ a | size }}", Map.of("a", List.of(1, 2, 3, 4))))
                .isInstanceOf(WordsRefused.class);
    }

    @Test
    void aLoopThatDoesNotEndSoonIsStopped() {
        assertThatThrownBy(() ->
                        fill("{% for i in (1..1000) %}{% for j in (1..1000) %}x{% endfor %}{% endfor %}", Map.of()))
                .isInstanceOf(WordsRefused.class);
    }

    @Test
    void aVariableThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> fill("Hello {{ customer.frist_name }}", Map.of("customer", Map.of("first_name", "A"))))
                .isInstanceOf(WordsRefused.class)
                .hasMessageContaining("frist_name");
    }

    @Test
    void aMistakeIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("one\ntwo {% if %}\nthree"))
                .isInstanceOf(WordsRefused.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void theInsidesOfJavaAreNotThere() {
        assertThatThrownBy(() -> fill("{{ order.class.name }}", Map.of("order", Map.of("id", "1"))))
                .isInstanceOf(WordsRefused.class);
    }

    @Test
    void oneTemplateCanBeFilledInByManyAtOnce() {
        var template = read("{% for i in (1..20) %}{{ name }}{% endfor %}");
        assertThat(java.util.stream.IntStream.range(0, 2_000)
                        .parallel()
                        .allMatch(i -> liquid.render(template, Map.of("name", "n" + i + ";"), ENGLISH)
                                .equals(("n" + i + ";").repeat(20))))
                .isTrue();
    }

    private String fill(String template, Map<String, Object> values) {
        return liquid.render(read(template), values, ENGLISH);
    }

    private LiquidTemplate read(String template) {
        Gaps gaps = new Gaps("x.md", 1, template);
        Grammar.check(gaps.pieces());
        return liquid.plain(gaps.fill(gaps.text()));
    }
}
