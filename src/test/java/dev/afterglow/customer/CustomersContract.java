package dev.afterglow.customer;

import static dev.afterglow.shop.SomeShops.BLUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

abstract class CustomersContract {

    private final List<Object> merges = new ArrayList<>();
    private Database database;
    private Customers customers;

    @BeforeEach
    void use(Database fresh) {
        database = fresh;
        customers = fresh.transactional(new Customers(fresh.client(), merges::add, new MovableClock()));
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
        Optional<String> nobody = customers.recognise(
                ShopKey.MAIN, new CustomerFacts(null, null, "+49 1", "Ada", "Lovelace", "en", null));

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
                .recognise(
                        ShopKey.MAIN,
                        new CustomerFacts(
                                "207119551", "ada@example.com", "+44 20", "Ada", "Lovelace", "en-GB", "Europe/London"))
                .orElseThrow();

        customers.recognise(ShopKey.MAIN, new CustomerFacts("207119551", null, null, null, null, null, null));

        assertThat(customers.find(id))
                .contains(new Customer(id, "ada@example.com", "+44 20", "Ada", "Lovelace", "en-GB", "Europe/London"));
    }

    @Test
    void whatIsToldAnewReplacesWhatWasKnownOfThisPersonOnly() {
        String ada = recognise("1", "ada@example.com");
        String bob = recognise("2", "bob@example.com");

        customers.recognise(ShopKey.MAIN, new CustomerFacts("1", "ada@new.example", null, "Ада 😀", null, null, null));

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

    @Test
    void aGuestWhoseAddressAnAccountBringsIsTakenForItsOwner() {
        String account = recognise("207119551", null);
        String guest = recognise(null, "ada@example.com");

        String one = recognise("207119551", "ada@example.com");

        assertThat(one).isEqualTo(account);
        assertThat(customers.find(guest).orElseThrow().id()).isEqualTo(account);
        assertThat(inTransaction(guest)).isEqualTo(account);
        assertThat(customers.find(account).orElseThrow().email()).isEqualTo("ada@example.com");
        assertThat(recognise(null, "ada@example.com")).isEqualTo(account);
        assertThat(merges).containsExactly(new CustomersMerged(guest, account));
        assertThat(count("customers")).isEqualTo(1);
    }

    @Test
    void twoAccountsWithOneAddressStayTwo() {
        String ada = recognise("1", "family@example.com");
        String bob = recognise("2", "family@example.com");
        recognise("2", null);
        String mother = recognise("3", "mother@example.com");

        assertThat(recognise("3", "family@example.com")).isEqualTo(mother);

        assertThat(bob).isEqualTo(ada);
        assertThat(customers.find(ada).orElseThrow().id()).isEqualTo(ada);
        assertThat(merges).isEmpty();
    }

    @Test
    void whoWasMergedTwiceIsStillFound() {
        String first = recognise(null, "ada@old.example");
        String second = recognise("7", null);
        recognise("7", "ada@old.example");
        String third = recognise(null, "ada@new.example");
        recognise("7", "ada@new.example");

        assertThat(customers.find(first).orElseThrow().id()).isEqualTo(second);
        assertThat(customers.find(third).orElseThrow().id()).isEqualTo(second);
    }

    @Test
    void nothingIsChosenUntilItIs() {
        String ada = recognise("1", "ada@example.com");
        String bob = recognise("2", "bob@example.com");
        Preferences chosen =
                new Preferences("pt-BR", true, Instant.parse("2027-01-01T00:00:00Z"), Set.of("sms", "whatsapp"));

        customers.prefer(ada, new Preferences("de", false, null, Set.of()));
        customers.prefer(ada, chosen);
        customers.prefer("c-unknown", chosen);

        assertThat(customers.preferences(ada)).isEqualTo(chosen);
        assertThat(customers.preferences(bob)).isEqualTo(Preferences.NONE);
        assertThat(count("customer_preferences")).isEqualTo(1);
    }

    @Test
    void ofTwoWhoAreOneTheStricterChoicesCount() {
        String account = recognise("1", null);
        String guest = recognise(null, "ada@example.com");
        Instant later = Instant.parse("2027-02-01T00:00:00Z");
        customers.prefer(account, new Preferences("de", false, Instant.parse("2027-01-01T00:00:00Z"), Set.of("sms")));
        customers.prefer(guest, new Preferences("en", true, later, Set.of("email")));

        recognise("1", "ada@example.com");

        assertThat(customers.preferences(guest)).isEqualTo(new Preferences("de", true, later, Set.of("sms", "email")));
    }

    @Test
    void peopleAreFoundByAddressAndPhoneHoweverWritten() {
        String ada = recognise("1", "Ada@Example.com");
        customers.recognise(ShopKey.MAIN, new CustomerFacts("1", null, "+49 151 234 567 89", null, null, null, null));
        customers.recognise(
                ShopKey.MAIN, new CustomerFacts("2", "bob@example.com", "0171 2345678", null, null, "de-DE", null));

        assertThat(customers.at("email", " ada@example.COM ")).containsExactly(ada);
        assertThat(customers.at("sms", "+4915123456789")).containsExactly(ada);
        assertThat(customers.at("whatsapp", "+491712345678")).hasSize(1).doesNotContain(ada);
        assertThat(customers.at("push", ada)).containsExactly(ada);
        assertThat(customers.at("email", "nobody@example.com")).isEmpty();
        assertThat(customers.at("sms", "+4915123456780")).isEmpty();
    }

    private String inTransaction(String id) {
        return database.inTransaction(() -> customers.hold(id).orElseThrow().id());
    }

    private String recognise(String shopId, String email) {
        return customers
                .recognise(ShopKey.MAIN, new CustomerFacts(shopId, email, null, null, null, null, null))
                .orElseThrow();
    }

    @Test
    void theSamePersonAtTwoShopsIsTwoCustomers() {
        CustomerFacts facts =
                new CustomerFacts("207119551", "ada@example.com", "+442079460000", "Ada", null, null, null);
        String here = customers.recognise(ShopKey.MAIN, facts).orElseThrow();
        String there = customers.recognise(BLUE, facts).orElseThrow();

        assertThat(there).isNotEqualTo(here);
        assertThat(customers.recognise(BLUE, facts)).contains(there);
        assertThat(customers.recognise(ShopKey.MAIN, facts)).contains(here);
        assertThat(customers.find(there).orElseThrow().shop()).isEqualTo(BLUE);
        assertThat(customers.at("email", "ada@example.com")).containsExactlyInAnyOrder(here, there);
        assertThat(customers.at(ShopKey.MAIN, "email", "ada@example.com")).containsExactly(here);
        assertThat(customers.at(BLUE, "sms", "+442079460000")).containsExactly(there);
        customers.markErased(List.of(there));
        assertThat(customers.shop(there)).contains(BLUE);
        assertThat(customers.find(here)).isPresent();
    }

    @Test
    void aGuestOfOneShopIsNotTakenForTheAccountOfAnother() {
        String guest = recognise(null, "ada@example.com");
        String account = customers
                .recognise(BLUE, new CustomerFacts("207119551", "ada@example.com", null, null, null, null, null))
                .orElseThrow();

        assertThat(account).isNotEqualTo(guest);
        assertThat(recognise(null, "ada@example.com")).isEqualTo(guest);
        assertThat(recognise(null, "blue/ada@example.com")).isNotIn(guest, account);
    }

    private long count(String table) {
        return database.client()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
