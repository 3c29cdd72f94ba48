package dev.afterglow.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.history.file.Format;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.Database;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class RefusalsContract {

    private static final Refused ROW = new Refused(3, 0, "", "has fewer cells than there are columns", true);
    private static final Refused CELL = new Refused(3, 0, "ship-country", "must be a country, not 'Nárnia' 😀", false);
    private static final Refused SECOND = new Refused(3, 1, "quantity", "must be a whole number", true);
    private static final Refused LATER = new Refused(5_000_000_000L, 0, "placed-at", "lies in the future", true);

    private Refusals refusals;
    private String mine;
    private String other;

    @BeforeEach
    void use(Database database) {
        Imports imports = database.transactional(new Imports(database.client(), new MovableClock()));
        refusals = database.transactional(new Refusals(database.client(), database.template()));
        Manner manner = new Manner(ShopKey.MAIN, Format.ANY, ZoneOffset.UTC, null, null, false);
        mine = imports.add("a.csv", 1, "", manner, "admin").id();
        other = imports.add("b.csv", 1, "", manner, "admin").id();
    }

    @Test
    void theyAreReadInTheOrderOfTheFileWordForWord() {
        refusals.add(mine, List.of(LATER, SECOND, CELL, ROW));

        assertThat(refusals.of(mine, 10)).containsExactly(ROW, CELL, SECOND, LATER);
        assertThat(refusals.of(mine, 2)).containsExactly(ROW, CELL);
        assertThat(each(mine)).containsExactly(ROW, CELL, SECOND, LATER);
    }

    @Test
    void whatIsToldAgainIsKeptOnceAsItWas() {
        refusals.add(mine, List.of(ROW, SECOND));
        refusals.add(mine, List.of(new Refused(3, 0, "", "says something else", false), SECOND, SECOND, LATER));

        assertThat(refusals.of(mine, 10)).containsExactly(ROW, SECOND, LATER);
    }

    @Test
    void eachImportHasItsOwn() {
        refusals.add(mine, List.of(ROW));
        refusals.add(other, List.of(ROW, LATER));
        refusals.add(other, List.of());

        assertThat(refusals.of(mine, 10)).containsExactly(ROW);
        assertThat(each(other)).containsExactly(ROW, LATER);
        assertThat(refusals.of("unknown", 10)).isEmpty();
    }

    private List<Refused> each(String id) {
        List<Refused> all = new ArrayList<>();
        refusals.each(id, all::add);
        return all;
    }
}
