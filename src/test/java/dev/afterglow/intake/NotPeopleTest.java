package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.CustomerFacts;
import dev.afterglow.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotPeopleTest {

    private final NotPeople notPeople = new NotPeople(
            new IntakeSettings(Duration.ofDays(14), List.of("*@monitoring.example", "shop+*@us.example", "probe@a.b")));

    @ParameterizedTest
    @ValueSource(strings = {"x@monitoring.example", "X.Y@Monitoring.Example", "shop+smoke-7@us.example", " probe@a.b "})
    void anOrderFromSuchAnAddressIsATest(String address) {
        assertThat(notPeople.marked(told(address, null)).order().test()).isTrue();
        assertThat(notPeople.marked(told(null, address)).order().test())
                .as("the account's address")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "x@monitoring.example.com", "shop@us.example", "probe@aXb"})
    void anyOtherOrderStaysWhatItIs(String address) {
        Told told = told(address, address);
        assertThat(notPeople.marked(told)).isSameAs(told);
    }

    @Test
    void whatIsAboutNoOrderIsLeftAlone() {
        Told told = Told.by("a", "1", "1").as("customer.updated", "c", Instant.EPOCH);
        assertThat(notPeople.marked(told)).isSameAs(told);
    }

    private static Told told(String orders, String accounts) {
        return Told.by("a", "1", "1")
                .order(Order.of("o-1", "a").email(orders).build())
                .customer(new CustomerFacts("c-1", accounts, null, null, null, null, null))
                .as("order.paid", "o-1", Instant.EPOCH);
    }
}
