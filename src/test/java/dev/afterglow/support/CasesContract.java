package dev.afterglow.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.CustomersMerged;
import dev.afterglow.sql.Database;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class CasesContract {

    private static final Instant MORNING = Instant.parse("2026-11-18T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-18T18:00:00Z");

    private Cases cases;

    @BeforeEach
    void use(Database database) {
        cases = SupportRoom.cases(database);
    }

    @Test
    void openedItIsOpenUntilItIsClosedForThisCustomerOnly() {
        cases.opened("1", "c-1", MORNING);
        assertThat(cases.isOpen("c-1")).isTrue();
        assertThat(cases.isOpen("c-2")).isFalse();

        cases.closed("1", "c-1", NOON);
        assertThat(cases.isOpen("c-1")).isFalse();
    }

    @Test
    void whateverIsToldFirst() {
        cases.closed("1", "c-1", NOON);
        cases.opened("1", "c-1", MORNING);

        assertThat(cases.isOpen("c-1")).isFalse();
    }

    @Test
    void itCanBeOpenedAgain() {
        cases.opened("1", "c-1", MORNING);
        cases.closed("1", "c-1", NOON);
        cases.opened("1", "c-1", EVENING);

        assertThat(cases.isOpen("c-1")).isTrue();
    }

    @Test
    void oneOfTwoStaysOpen() {
        cases.opened("1", "c-1", MORNING);
        cases.opened("2", "c-1", MORNING);
        cases.closed("1", "c-1", NOON);

        assertThat(cases.isOpen("c-1")).isTrue();
    }

    @Test
    void itGoesAlongWhenTwoCustomersAreOne() {
        cases.opened("1", "c-1", MORNING);
        cases.follow(new CustomersMerged("c-1", "c-2"));

        assertThat(cases.isOpen("c-1")).isFalse();
        assertThat(cases.isOpen("c-2")).isTrue();
    }
}
