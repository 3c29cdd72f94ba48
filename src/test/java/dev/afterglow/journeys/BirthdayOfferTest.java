package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterglow.calendar.SweepingBirthdays;
import dev.afterglow.customer.Birthday;
import dev.afterglow.customer.Birthdays;
import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Consents;
import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Topic;
import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import dev.afterglow.messaging.Message;
import dev.afterglow.messaging.Messages;
import dev.afterglow.offer.Offer;
import dev.afterglow.offer.Offers;
import dev.afterglow.shop.ShopKey;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

class BirthdayOfferTest extends JourneyTest {

    @Autowired
    private SweepingBirthdays sweeping;

    @Autowired
    private Birthdays birthdays;

    @Autowired
    private Customers customers;

    @Autowired
    private Consents consents;

    @Autowired
    private Messages messages;

    @Autowired
    private Offers offers;

    @Autowired
    private Runs runs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aBirthdayBringsACodeAndOneReminderToThoseWhoLeftItLying() {
        nextMorning(inDays(2));
        String ada = agreed("Ada", "en", today());
        String jörg = agreed("Jörg", "de", today());
        String regular = agreed("Regular", "en", today());
        givenItOrdered(regular, 3);
        String late = agreed("Late", "en", null);
        birthdays.keep(late, birthday(today()), ago(10));
        String silent = known("Silent", "en", today());

        sweeping.sweep();
        then(test -> {
            assertThat(sentTo(ada)).containsExactly("birthday-offer");
            assertThat(sentTo(jörg)).containsExactly("birthday-offer");
            assertThat(offers.of(silent)).extracting(Offer::state).containsExactly(Offer.State.VOID);
        });

        assertThat(textTo(ada))
                .contains("Happy birthday, Ada!", codeOf(ada), "15 % off", "€30.00")
                .contains("end of");
        assertThat(textTo(jörg)).contains("Alles Gute zum Geburtstag, Jörg!", codeOf(jörg), "30,00");
        assertThat(codeOf(ada)).isNotEqualTo(codeOf(jörg));
        then(test -> assertThat(textTo(regular)).contains(codeOf(regular), "20 % off"));
        assertThat(runs.ofCustomer(silent))
                .extracting(Run::state, Run::reason)
                .containsExactly(tuple(Run.State.ENDED, "not-told"));

        assertThat(redeem(codeOf(jörg).toLowerCase(Locale.ROOT), "j-1")
                        .path("discount")
                        .decimalValue())
                .isEqualByComparingTo("7.50");
        then(test -> assertThat(runs.ofCustomer(jörg))
                .extracting(Run::state, Run::reason)
                .containsExactly(tuple(Run.State.ENDED, "code-redeemed")));

        after(days(24));
        assertThat(sentTo(ada)).containsExactly("birthday-offer");
        after(days(2));
        then(test -> assertThat(sentTo(ada)).containsExactlyInAnyOrder("birthday-offer", "birthday-reminder"));
        then(test -> assertThat(runs.ofCustomer(ada)).extracting(Run::state).containsExactly(Run.State.ENDED));
        assertThat(sentTo(jörg)).containsExactly("birthday-offer");
        assertThat(messages.ofCustomer(late)).isEmpty();
        assertThat(runs.ofCustomer(late)).isEmpty();

        birthdays.keep(ada, birthday(today().plusDays(40)), clock().instant());
        after(days(40));
        nextMorning(today());
        sweeping.sweep();
        after(days(1));
        assertThat(sentTo(ada)).as("a changed day brings no second one").hasSize(2);
    }

    @Test
    void whoWasBornOnTheLeapDayHearsInEveryYearOnce() {
        LocalDate first = next(2, 28, false);
        nextMorning(first.minusDays(1));
        String ada = agreed("Ada", "en", LocalDate.of(1980, 2, 29));
        sweeping.sweep();
        assertThat(messages.ofCustomer(ada)).isEmpty();

        nextMorning(first);
        sweeping.sweep();
        then(test -> assertThat(sentTo(ada)).containsExactly("birthday-offer"));

        nextMorning(first.plusDays(1));
        sweeping.sweep();
        after(days(1));
        assertThat(sentTo(ada)).containsExactly("birthday-offer");
    }

    private void nextMorning(LocalDate day) {
        Instant nine = day.atTime(9, 5).toInstant(ZoneOffset.UTC);
        if (nine.isAfter(clock().instant())) {
            after(Duration.between(clock().instant(), nine));
        }
    }

    private LocalDate inDays(int days) {
        return today().plusDays(days);
    }

    private LocalDate next(int month, int day, boolean leap) {
        LocalDate next = MonthDay.of(month, day).atYear(today().getYear());
        while (!next.isAfter(today()) || next.isLeapYear() != leap) {
            next = next.plusYears(1);
        }
        return next;
    }

    private Instant ago(int days) {
        return clock().instant().minus(days(days));
    }

    private String agreed(String name, String locale, @Nullable LocalDate born) {
        String id = known(name, locale, born);
        consents.record(id, new Consent("email", Topic.OFFERS, Consent.State.GIVEN, "test", null, null, ago(100)));
        return id;
    }

    private String known(String name, String locale, @Nullable LocalDate born) {
        String email = UUID.randomUUID() + "@example.com";
        String id = customers
                .recognise(ShopKey.MAIN, new CustomerFacts(null, email, null, name, null, locale, "UTC"))
                .orElseThrow();
        if (born != null) {
            birthdays.keep(id, birthday(born), ago(100));
        }
        return id;
    }

    private void givenItOrdered(String customer, int times) {
        for (int i = 0; i < times; i++) {
            jdbc.sql("insert into orders (id, shop, customer_id, status, test, updated_at)"
                            + " values (?, 'tests', ?, 'paid', false, ?)")
                    .params(UUID.randomUUID().toString(), customer, Timestamp.from(clock().instant()))
                    .update();
        }
    }

    private static Birthday birthday(LocalDate day) {
        return new Birthday(day.getMonthValue(), day.getDayOfMonth(), null);
    }

    private List<String> sentTo(String customer) {
        return messages.ofCustomer(customer).stream()
                .filter(message -> message.status() == Message.Status.ACCEPTED)
                .map(Message::template)
                .toList();
    }

    private String textTo(String customer) {
        return textOf(messages.ofCustomer(customer).getFirst());
    }

    private String codeOf(String customer) {
        return offers.of(customer).getFirst().code();
    }

    private JsonNode redeem(String code, String order) {
        return RestClient.create(url("/api/offers/" + code + "/redemption"))
                .post()
                .header("Authorization", "Bearer " + API_KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("order", order, "amount", "50.00", "currency", "EUR"))
                .retrieve()
                .body(JsonNode.class);
    }
}
