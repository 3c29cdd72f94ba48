package dev.afterglow.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class BirthdaysContract {

    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-04T09:00:00Z");
    private static final Birthday LEAP_DAY = new Birthday(2, 29, 1992);
    private static final Birthday TENTH_OF_MAY = new Birthday(5, 10, null);

    private Customers customers;
    private Birthdays birthdays;
    private String ada;

    @BeforeEach
    void use(Database database) {
        CustomerRoom room = new CustomerRoom(database, new MovableClock());
        customers = room.customers();
        birthdays = room.birthdays();
        ada = known("1");
    }

    @Test
    void aDayIsKeptWithItsYearAndWithout() {
        String bob = known("2");
        birthdays.keep(ada, LEAP_DAY, MONDAY);
        birthdays.keep(bob, TENTH_OF_MAY, TUESDAY);

        assertThat(birthdays.of(ada)).contains(LEAP_DAY);
        assertThat(birthdays.of(bob)).contains(TENTH_OF_MAY);
        assertThat(birthdays.knownSince(bob)).contains(TUESDAY);
        assertThat(birthdays.of(known("3"))).isEmpty();
    }

    @Test
    void theDayToldLastCountsInWhateverOrderTheyAreHeard() {
        birthdays.keep(ada, LEAP_DAY, TUESDAY);
        birthdays.keep(ada, TENTH_OF_MAY, MONDAY);
        assertThat(birthdays.of(ada)).contains(LEAP_DAY);

        birthdays.keep(ada, TENTH_OF_MAY, WEDNESDAY);
        assertThat(birthdays.of(ada)).contains(TENTH_OF_MAY);
        assertThat(birthdays.knownSince(ada)).contains(WEDNESDAY);
    }

    @Test
    void theSameDayToldAgainIsNoNewsAndItsYearIs() {
        birthdays.keep(ada, new Birthday(2, 29, null), MONDAY);
        birthdays.keep(ada, LEAP_DAY, TUESDAY);

        assertThat(birthdays.of(ada)).contains(LEAP_DAY);
        assertThat(birthdays.knownSince(ada)).contains(MONDAY);
    }

    @Test
    void toldByEightThreadsAtOnceTheLatestStays() {
        AllAtOnce.run(8, i -> {
            birthdays.keep(ada, new Birthday(5, i + 1, null), MONDAY.plusSeconds(i));
            return i;
        });

        assertThat(birthdays.of(ada)).contains(new Birthday(5, 8, null));
        assertThat(birthdays.knownSince(ada)).contains(MONDAY.plusSeconds(7));
    }

    @Test
    void ofNobodyAndOfWhoWasErasedNothingIsKept() {
        birthdays.keep("nobody", LEAP_DAY, MONDAY);
        customers.markErased(List.of(ada));
        birthdays.keep(ada, LEAP_DAY, MONDAY);

        assertThat(bornOn(LEAP_DAY, "", 10)).isEmpty();
    }

    @Test
    void whoWasBornOnADayIsReadPageByPage() {
        List<String> three =
                List.of(ada, known("2"), known("3")).stream().sorted().toList();
        three.forEach(one -> birthdays.keep(one, TENTH_OF_MAY, MONDAY));
        birthdays.keep(known("4"), LEAP_DAY, MONDAY);

        assertThat(bornOn(TENTH_OF_MAY, "", 2)).containsExactly(three.get(0), three.get(1));
        assertThat(bornOn(TENTH_OF_MAY, three.get(1), 2)).containsExactly(three.get(2));
        assertThat(bornOn(TENTH_OF_MAY, three.get(2), 2)).isEmpty();
    }

    @Test
    void whenTwoAreOneTheDayToldLastStays() {
        String bob = known("2");
        birthdays.keep(ada, LEAP_DAY, MONDAY);
        birthdays.keep(bob, TENTH_OF_MAY, TUESDAY);
        birthdays.follow(new CustomersMerged(bob, ada));
        assertThat(birthdays.of(ada)).contains(TENTH_OF_MAY);
        assertThat(birthdays.of(bob)).isEmpty();

        birthdays.keep(bob, LEAP_DAY, MONDAY);
        birthdays.follow(new CustomersMerged(bob, ada));
        assertThat(birthdays.of(ada)).contains(TENTH_OF_MAY);
        assertThat(bornOn(LEAP_DAY, "", 10)).isEmpty();
    }

    @Test
    void whenOnlyTheOtherSaidADayItGoesWithThem() {
        String bob = known("2");
        birthdays.keep(bob, LEAP_DAY, MONDAY);
        birthdays.follow(new CustomersMerged(bob, ada));

        assertThat(birthdays.of(ada)).contains(LEAP_DAY);
        assertThat(birthdays.knownSince(ada)).contains(MONDAY);
    }

    private List<String> bornOn(Birthday day, String after, int limit) {
        return birthdays.bornOn(MonthDay.of(day.month(), day.day()), after, limit);
    }

    private String known(String account) {
        return customers
                .recognise(ShopKey.MAIN, new CustomerFacts(account, null, null, null, null, null, null))
                .orElseThrow();
    }
}
