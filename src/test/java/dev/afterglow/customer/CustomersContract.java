package dev.afterglow.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

abstract class CustomersContract {

    private Database database;
    private Customers customers;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        customers = fresh.transactional(new Customers(fresh.client(), new MovableClock()));
    }

    @Test
    void theSameAccountIsTheSamePerson() {
        String first = recognise("207119551", "ada@example.com");

        assertThat(recognise("207119551", null)).isEqualTo(first);
        assertThat(recognise("207119551", "ada@new.example")).isEqualTo(first);
        assertThat(recognise("207119552", "bob@example.com")).isNotEqualTo(first);
    }

    @Test
    void theSameAddressIsTheSamePersonInAnyCase() {
        String guest = recognise(null, "Ada@Example.com");

        assertThat(recognise(null, "ada@example.COM")).isEqualTo(guest);
        assertThat(recognise(null, "ada@example.org")).isNotEqualTo(guest);
    }

    @Test
    void aGuestWhoOpensAnAccountStaysTheSamePerson() {
        String guest = recognise(null, "ada@example.com");

        assertThat(recognise("207119551", "ada@example.com")).isEqualTo(guest);
        assertThat(recognise("207119551", null)).isEqualTo(guest);
        assertThat(count("customers")).isEqualTo(1);
    }

    @Test
    void whoeverTellsNobodyMakesNobody() {
        Optional<String> nobody =
                customers.recognise(new CustomerFacts(null, null, "+49 1", "Ada", "Lovelace", "en", null));

        assertThat(nobody).isEmpty();
        assertThat(count("customers")).isZero();
    }

    @RepeatedTest(10)
    void twoFirstOrdersAtOnceMakeOneCustomer() {
        List<String> ids = AllAtOnce.run(8, any -> recognise("207119551", "ada@example.com"));

        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(count("customers")).isEqualTo(1);
        assertThat(count("customer_identities")).isEqualTo(2);
        assertThat(customers.find(ids.getFirst())).isPresent();
    }

    @RepeatedTest(20)
    void aGuestAndAnAccountWithOneAddressAtOnceAreOneCustomer() {
        List<String> ids = AllAtOnce.run(2, i -> recognise(i == 0 ? null : "207119551", "ada@example.com"));

        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(count("customers")).isEqualTo(1);
        assertThat(recognise("207119551", null)).isEqualTo(ids.getFirst());
    }

    @Test
    void whatIsNotToldDoesNotEraseWhatIsKnown() {
        String id = customers
                .recognise(new CustomerFacts(
                        "207119551", "ada@example.com", "+44 20", "Ada", "Lovelace", "en-GB", "Europe/London"))
                .orElseThrow();

        customers.recognise(new CustomerFacts("207119551", null, null, null, null, null, null));

        assertThat(customers.find(id))
                .contains(new Customer(id, "ada@example.com", "+44 20", "Ada", "Lovelace", "en-GB", "Europe/London"));
    }

    @Test
    void whatIsToldAnewReplacesWhatWasKnownOfThisPersonOnly() {
        String ada = recognise("1", "ada@example.com");
        String bob = recognise("2", "bob@example.com");

        customers.recognise(new CustomerFacts("1", "ada@new.example", null, "Ада 😀", null, null, null));

        assertThat(customers.find(ada).orElseThrow().email()).isEqualTo("ada@new.example");
        assertThat(customers.find(ada).orElseThrow().firstName()).isEqualTo("Ада 😀");
        assertThat(customers.find(bob).orElseThrow().email()).isEqualTo("bob@example.com");
        assertThat(customers.find(bob).orElseThrow().firstName()).isNull();
    }

    @Test
    void theIdSaysNothingAboutThePerson() {
        assertThat(recognise("207119551", "ada@example.com"))
                .startsWith("c-")
                .doesNotContain("207119551")
                .doesNotContainIgnoringCase("ada");
        assertThat(customers.find("c-unknown")).isEmpty();
    }

    private String recognise(String shopId, String email) {
        return customers
                .recognise(new CustomerFacts(shopId, email, null, null, null, null, null))
                .orElseThrow();
    }

    private long count(String table) {
        return database.client()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
