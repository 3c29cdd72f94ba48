package dev.afterglow.messaging.words;

import static dev.afterglow.messaging.words.WordsRoom.called;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.customer.Customer;
import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people try on templates, from both sides: those who write them, and those whose names are filled in. */
@Timeout(20)
class AttacksTest {

    private static final String FRAME = "<mjml><mj-body><mj-section><mj-column><mj-text>{{ content }}</mj-text>"
            + "</mj-column></mj-section></mj-body></mjml>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include '/etc/passwd' %}",
                "{% include \"../application.yml\" %}",
                "{%- include customer.first_name -%}",
                "{% include_relative 'x' %}",
                "{% render 'x' %}",
                "{% render '/etc/passwd' with order %}",
                "{% section 'x' %}",
                "{% layout 'x' %}",
                "{% if true %}{% include 'x' %}{% endif %}",
                "{% capture x %}{% include 'x' %}{% endcapture %}",
                "{% liquid include 'x' %}",
                "{% raw %}{{ order.number }}{% endraw %}",
                "{{ 'x' | include }}",
                "{{ order.number | file }}",
                "{{ order.class.classLoader }}{{ order['class'] }}"
            })
    void noFileAndNothingOfTheProgramIsEverRead(String body) {
        assertRefused(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<mj-include path=\"/etc/passwd\" />",
                "<mj-include path='file:///etc/passwd'></mj-include>",
                "<mj-body><mj-include path=\"x\"/></mj-body>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><mjml><mj-body>&e;</mj-body></mjml>"
            })
    void mjmlReadsNoFilesEither(String mjml) {
        WordsRoom room = new WordsRoom().words("hello.email.en.mjml", "subject: x\npurpose: service", mjml);
        assertThatThrownBy(() -> room.mailTo(called("Ada", "en")))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("hello.email.en.mjml: line");
    }

    static Stream<String> bombs() {
        return Stream.of(
                "{% assign a = 'xxxxxxxxxxxxxxxx' %}" + "{% assign a = a | append: a %}".repeat(40) + "{{ a }}",
                "{% assign a = 'xxxxxxxxxxxxxxxx' %}" + "{% assign a = a | prepend: a %}".repeat(40) + "{{ a }}",
                "{% assign a = 'xxxxxxxxxx' %}" + "{% assign a = a | replace: 'x', a %}".repeat(20) + "{{ a }}",
                "{% assign a = 'xxxxxxxxxx' %}" + "{% assign a = a | replace_first: 'x', a %}".repeat(40) + "{{ a }}",
                "{% assign a = 'xxxxxxxxxx' %}" + "{% assign a = a | split: '' | join: a %}".repeat(20) + "{{ a }}",
                "{% assign a = 'a,b' | split: ',' %}" + "{% assign a = a | concat: a %}".repeat(40) + "{{ a | size }}",
                "{% capture a %}xxxxxxxxxxxxxxxx{% endcapture %}"
                        + "{% capture a %}{{ a }}{{ a }}{% endcapture %}".repeat(40)
                        + "{{ a }}",
                "{% for i in (1..10000) %}{% for j in (1..10000) %}x{% endfor %}{% endfor %}",
                "{% for i in (1..10000) %}{% for j in (1..10000) %}{% assign x = j | plus: i %}{% endfor %}{% endfor %}",
                "{% for i in (1..2147483647) %}x{% endfor %}",
                "{% for i in (1..9999) %}" + "{% assign x = 'y' | append: 'z' %}".repeat(500) + "{% endfor %}",
                "{% for i in (1..9999) %}" + "{% if i == 1 %}a{% endif %}".repeat(2_000) + "{% endfor %}",
                "{% for i in (1..9999) %}" + "x".repeat(20_000) + "{% endfor %}",
                "{% assign n = 99999999 %}" + "{% assign n = n | times: n | times: 1.5 %}".repeat(60) + "{{ n }}",
                "{{ 'x' | append: '" + "y".repeat(5_000) + "' }}",
                "{% if true %}".repeat(5_000) + "{% endif %}".repeat(5_000),
                "{{ " + "a.".repeat(900) + "b }}",
                "x".repeat(500 * 1024),
                "{{".repeat(50_000),
                "{% comment %}".repeat(9_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatGrowsWithoutEndIsStopped(String body) {
        assertRefused(body);
    }

    static Stream<String> oddities() {
        return Stream.of(
                "{{ '1e999999999' | plus: 1 }}",
                "{{ '1e999999999' | times: 2 | number }}",
                "{{ 1 | divided_by: 0 }}",
                "{{ 'x' | slice: 0, 2147483647 }}",
                "{{ 'x' | truncate: 2147483647 }}",
                "{{ -5 | at_least: 9999999999999999 }}",
                "> ".repeat(4_000) + "deep",
                "* ".repeat(2_000) + "deep",
                "**".repeat(20_000),
                "`".repeat(60_000),
                "[".repeat(50_000),
                "{% if " + "(".repeat(900) + "true" + ")".repeat(900) + " %}x{% endif %}",
                "{{ order.item_count | plural: other: '#########' }}");
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void whatOnlyLooksDangerousEndsQuicklyToo(String body) {
        WordsRoom room = new WordsRoom().mail(body);
        try {
            assertThat(room.mailTo(called("Ada", "en")).html().length()).isLessThan(2_000_000);
        } catch (JourneyProblem refused) {
            assertThat(refused.code()).isEqualTo("WORDS_REFUSED");
        }
    }

    private static final String EVERYWHERE = """
            # Hi {{ customer.first_name }}{{ customer.last_name }}

            {% for line in order.lines %}
            - {{ line.title }} {{ line.variant | upcase }} {{ line.sku }} {{ line.title | append: line.variant }}
            {% endfor %}

            {% assign name = customer.name %}{{ name }} {{ order.number | split: "" | join: "" }}

            {% capture card %}<b>{{ customer.first_name }}</b>{% endcapture %}

            {{ card }} {{ order.number | replace: "a", customer.first_name }}

            {{ order.item_count | plural: one: customer.first_name, other: customer.last_name }}

            <p title="{{ customer.first_name }}" class='{{ order.number }}'>x</p>

            [{{ customer.first_name }}]({{ customer.last_name }}) <a href='{{ order.number }}'>y</a>
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onmouseover='alert(1)' x='",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "</td></table></body><h1>You won</h1>",
                "<!-- --><b>bold</b>",
                "[click](http://evil.example)",
                "![x](http://evil.example/x.png)",
                "{{ order.id }}{% include 'x' %}",
                "&lt;b&gt;&#60;b&#62;",
                "\uE0000\uE001\uE0001\uE001"
            })
    void nothingAnybodyIsCalledBecomesMarkup(String name) {
        WordsRoom room = new WordsRoom().put("shared/layout.email.mjml", FRAME).mail(EVERYWHERE);
        Document harmless = Jsoup.parse(room.mailTo(everywhere("Harmless")).html());
        Rendered rendered = room.mailTo(everywhere(name));
        Document page = Jsoup.parse(rendered.html());
        assertThat(shape(page)).isEqualTo(shape(harmless));
        assertThat(page.select("a").eachAttr("href")).allMatch(href -> href.equals("#"));
        assertThat(page.text()).contains(name.strip().replaceAll("\\s+", " ").substring(0, 6));
        assertThat(rendered.plain()).contains(name.strip());
    }

    /** All elements and the names of their attributes, but nothing of what they say. */
    private static List<String> shape(Document page) {
        Elements all = page.body().getAllElements();
        return all.stream().map(AttacksTest::shape).toList();
    }

    private static String shape(Element element) {
        return element.normalName()
                + element.attributes().asList().stream().map(a -> a.getKey()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\r\nBcc: victim@example.org",
                "Ada\nX: y",
                "Ada\rX: y",
                "Ada\u2028Bcc: x",
                "Ada\u2029Bcc: x",
                "Ada\u0085Bcc: x",
                "Ada\u000BBcc: x",
                "Ada\u0000Bcc: x",
                "Ada\u001B[31mBcc: x",
                "Ada%0d%0aBcc: x"
            })
    void noNameBeginsALineOfAHeader(String name) {
        WordsRoom room = new WordsRoom()
                .words(
                        "hello.email.en.md",
                        "subject: \"Hi {{ customer.first_name }} {{ order.number }}\"\npurpose: service\n"
                                + "fields:\n  template: \"{{ customer.first_name }}\"",
                        "x");
        Rendered rendered = room.mailTo(everywhere(name));
        assertThat(rendered.subject() + rendered.fields().get("template"))
                .contains("Ada")
                .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u0085]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202EevilAda", "\u202DevilAda", "\u2067evilAda", "Ada\u2069\u2069", "\u202BAda\u202A"})
    void noNameTurnsTheWordsAroundIt(String name) {
        WordsRoom room = new WordsRoom()
                .words(
                        "hello.email.en.md",
                        "subject: \"Hi {{ customer.first_name }}, hello\"\npurpose: service",
                        "Hi {{ customer.first_name }}, hello");
        Rendered rendered = room.mailTo(everywhere(name));
        assertThat(rendered.subject() + rendered.plain() + rendered.html())
                .contains("Ada")
                .doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069]");
    }

    @Test
    void aNameInTheOtherDirectionIsFencedOff() {
        WordsRoom room = new WordsRoom().mail("Order {{ order.number }} of {{ customer.first_name }} (1)");
        assertThat(room.mailTo(everywhere("ليلى")).plain()).contains("of \u2068ليلى\u2069 (1)");
        assertThat(room.mailTo(everywhere("Ada")).plain()).doesNotContain("\u2068");
    }

    @Test
    void theEmojiFamilyStaysTogether() {
        String family = "👩‍👩‍👧‍👦";
        WordsRoom room = new WordsRoom()
                .words(
                        "hello.email.en.md",
                        "subject: \"Hi {{ customer.first_name }}\"\npurpose: service",
                        "Hi {{ customer.first_name }} {{ customer.first_name | upcase }} {{ customer.first_name | truncate: 4, '' }}");
        Rendered rendered = room.mailTo(everywhere(family));
        assertThat(rendered.subject()).isEqualTo("Hi " + family);
        assertThat(rendered.plain()).contains("Hi " + family + " " + family).doesNotContainPattern("\\p{Cs}");
        assertThat(rendered.html()).contains(family).doesNotContainPattern("\\p{Cs}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<SCRIPT src=x></SCRIPT>",
                "<iframe src=x></iframe>",
                "<a href=\"javascript:x\">x</a>",
                "<p onclick=\"x\">x</p>",
                "<img src=x onerror=\"x\">",
                "<form action=x></form>",
                "<style>{{ customer.first_name }}</style>",
                "<p class={{ customer.first_name }}>x</p>",
                "<p {{ customer.first_name }}>x</p>",
                "{{ customer.first_name | raw }}",
                "{{ customer.first_name | upcase | raw }}",
                "{% assign shop = customer %}{{ shop.name | raw }}",
                "{% for shop in order.lines %}{{ shop.name | raw }}{% endfor %}",
                "{% capture x %}a{% endcapture %}{% assign x = customer.first_name %}{{ x }}",
                "{% assign x = customer.first_name %}{% capture x %}a{% endcapture %}{{ x }}",
                "{% capture x %}a{% endcapture %}{% for x in order.lines %}{{ x }}{% endfor %}",
                "{{ order }}",
                "{{ order.lines }}",
                "{% cycle customer.first_name, 'x' %}",
                "{% tablerow x in order.lines %}{{ x.title }}{% endtablerow %}",
                "{% increment x %}"
            })
    void wordsThatWouldLetANameBecomeMarkupAreRefused(String body) {
        assertRefused(body);
    }

    private static Audience everywhere(String name) {
        Customer customer = new Customer("c", "a@b.example", null, name, name, "en", null);
        Order order = Order.of("1", "shop.example")
                .number(name)
                .total(new BigDecimal("10"), "EUR")
                .lines(List.of(new OrderLine("1", "p", name, name, name, 2, BigDecimal.TEN)))
                .build();
        return new Audience(customer, order, true);
    }

    private static void assertRefused(String body) {
        WordsRoom room = new WordsRoom().mail(body);
        assertThatThrownBy(() -> room.mailTo(everywhere("Ada")))
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("later/messages/hello.email.en.md: line ")
                .hasMessageNotContaining("Ada")
                .satisfies(
                        problem -> assertThat(((JourneyProblem) problem).code()).isEqualTo("WORDS_REFUSED"))
                .satisfies(problem ->
                        assertThat(String.valueOf(problem.getMessage())).hasSizeLessThan(400));
    }
}
