package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.journey.JourneyProblem;
import dev.afterglow.messaging.Offering;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfferingsTest {

    private static final Offering.About ABOUT =
            new Offering.About("m-1", WordsRoom.JOURNEY, "order-1", "Send", "order-1", "c", true, Locale.ENGLISH);

    private final Coupons coupons = new Coupons();
    private final WordsRoom room = new WordsRoom(SomeOfferings.of(coupons));

    private static final class Coupons implements Offering {

        private Map<String, Object> known = Map.of();
        private int asked;

        @Override
        public String prefix() {
            return "coupon";
        }

        @Override
        public List<Name> names() {
            return List.of(
                    new Name("code", "the code", "ABCD"),
                    new Name("worth", "what it is worth", new Money(new BigDecimal("5.00"), "EUR")),
                    new Name("until", "the last day; a date", LocalDate.of(2026, 5, 10)),
                    new Name("goods", "for what: a list, each has `title`", List.of(Map.of("title", "Beans"))));
        }

        @Override
        public Map<String, Object> values(About about) {
            asked++;
            return known;
        }
    }

    @Test
    void aRoomsValuesAreWrittenAsTheCustomerWritesThem() {
        room.mail("{{ coupon.code }}, {{ coupon.worth }}, {{ coupon.until | date: \"day\" }}"
                + "{% for good in coupon.goods %}, {{ good.title }}{% endfor %}.");
        coupons.known = Map.of(
                "code",
                "<b>",
                "worth",
                new Offering.Money(new BigDecimal("7.50"), "EUR"),
                "until",
                LocalDate.of(2026, 6, 1),
                "goods",
                List.of(Map.of("title", "Tea & Co")));
        Rendered mail = write();
        assertThat(mail.plain()).contains("<b>, €7.50, 1 June, Tea & Co.");
        assertThat(mail.html()).contains("&lt;b&gt;").contains("Tea &amp; Co");
    }

    @Test
    void theCheckKnowsTheNamesAndRefusesOthers() {
        room.mail(
                "{{ coupon.code }} {{ coupon.until | date }} {% for good in coupon.goods %}{{ good.title }}{% endfor %}");
        assertThat(room.writing.check(WordsRoom.JOURNEY)).isEmpty();
        room.mail("Hello\n\n{{ coupon.cod }}");
        assertThat(room.writing.check(WordsRoom.JOURNEY))
                .singleElement()
                .extracting(Flaw::line, Flaw::reason)
                .containsExactly(7, "the variable \"coupon.cod\" does not exist");
        assertThat(coupons.asked).isZero();
    }

    @Test
    void whatIsLeftOutCountsAsNo() {
        room.mail("{% if coupon.worth %}worth{% else %}free{% endif %}{% for good in coupon.goods %}x{% endfor %}");
        coupons.known = Map.of("code", "ABCD");
        assertThat(write().plain()).isEqualToIgnoringNewLines("free");
    }

    @Test
    void aRunThatHasNothingOfItIsAProblemThatNamesTheFile() {
        room.mail("{{ coupon.code }}");
        assertThatThrownBy(this::write)
                .isInstanceOf(JourneyProblem.class)
                .hasMessageContaining("later/messages/hello.email.en.md")
                .hasMessageContaining("speaks of \"coupon\", and this run has none");
    }

    @Test
    void nobodyIsAskedForWhatTheWordsDoNotSpeakOf() {
        room.mail("Hello {{ customer.first_name }}, no coupon today.");
        write();
        assertThat(coupons.asked).isZero();
    }

    @Test
    void thePrefixIsTaken() {
        room.mail("{% assign coupon = 1 %}");
        assertThat(room.writing.check(WordsRoom.JOURNEY))
                .extracting(Flaw::reason)
                .containsExactly("the name \"coupon\" is taken: choose another one");
    }

    private Rendered write() {
        Audience audience = WordsRoom.sample("first-order");
        return room.writing.write(
                room.writing.words(WordsRoom.JOURNEY, null, "hello", "email", audience),
                audience,
                WordsRoom.LINKS,
                ABOUT);
    }
}
