package dev.afterglow.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.history.file.DateOrder;
import dev.afterglow.history.file.Format;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ImportsContract {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final ShopKey BLUE = new ShopKey("blue");
    private static final Manner PLAIN = of(ShopKey.MAIN, false);

    private final MovableClock clock = new MovableClock();
    private Imports imports;

    @BeforeEach
    void use(Database database) {
        imports = database.transactional(new Imports(database.client(), clock));
    }

    @Test
    void anImportIsKeptAsItWasAskedFor() {
        Format format = new Format("ISO-8859-1", ';', '\'', Map.of("Bestell\tnummer", "order-id", "Ware 😀", "title"));
        Manner manner = new Manner(BLUE, format, ZoneId.of("Europe/Berlin"), "EUR", DateOrder.of("dmy"), true);
        Import asked = imports.add("größe 😀.csv", 5_000_000_000L, "ab12", manner, "admin");

        assertThat(imports.find(asked.id())).contains(asked);
        assertThat(asked.manner()).isEqualTo(manner);
        assertThat(asked.name()).isEqualTo("größe 😀.csv");
        assertThat(asked.size()).isEqualTo(5_000_000_000L);
        assertThat(asked.fingerprint()).isEqualTo("ab12");
        assertThat(asked.state()).isEqualTo(ImportState.UPLOADING);
        assertThat(asked.rows()).isNull();
        assertThat(imports.add("a.csv", 1, "", PLAIN, "admin"))
                .returns(null, Import::fingerprint)
                .returns(PLAIN, Import::manner);
        assertThat(imports.find("unknown")).isEmpty();
    }

    @Test
    void aColumnsNameMayGoOverSeveralLinesAndHoldWhatNoDatabaseTakes() {
        Map<String, String> theirs = Map.of("Order\r\nnumber\u0000", "order-id");
        Import asked =
                imports.add("a.csv", 1, "", of(ShopKey.MAIN, new Format(null, null, '"', theirs), false), "admin");

        assertThat(imports.latest(10)).contains(asked);
        assertThat(asked.manner().format().columns()).isEqualTo(Map.of("Order number ", "order-id"));
    }

    @Test
    void whatIsHereWaitsItsTurnTheOldestFirst() {
        Import uploading = imports.add("a.csv", 1, "", PLAIN, "admin");
        clock.advance(LEASE);
        String second = waiting(PLAIN);
        clock.advance(LEASE);
        String third = waiting(PLAIN);

        assertThat(due()).containsExactly(second, third);
        assertThat(imports.latest(2)).extracting(Import::id).containsExactly(third, second);
        imports.received(uploading.id());
        assertThat(due()).containsExactly(uploading.id(), second, third);
        imports.claim(second, "w", LEASE);
        assertThat(due()).containsExactly(uploading.id(), third);
        imports.received(second);
        assertThat(state(second)).isEqualTo(ImportState.WORKING);
    }

    @Test
    void ofOneShopOnlyOneIsWorkedOn() {
        String first = waiting(PLAIN);
        String second = waiting(PLAIN);
        String blue = waiting(of(BLUE, false));

        assertThat(imports.claim(first, "w", LEASE)).isTrue();
        assertThat(imports.claim(second, "w", LEASE)).isFalse();
        assertThat(state(second)).isEqualTo(ImportState.WAITING);
        assertThat(imports.claim(blue, "w", LEASE)).isTrue();
        imports.end(first, ImportState.DONE, "");
        assertThat(imports.claim(second, "w", LEASE)).isTrue();
    }

    @Test
    void ofEightWhoWantItOneGetsIt() {
        List<String> four = List.of(waiting(PLAIN), waiting(PLAIN), waiting(PLAIN), waiting(PLAIN));

        List<Boolean> got = AllAtOnce.run(8, i -> imports.claim(four.get(i % 4), "w-" + i, LEASE));

        assertThat(got).containsOnlyOnce(true);
        assertThat(four).extracting(this::state).containsOnlyOnce(ImportState.WORKING);
    }

    @Test
    void whoLetItLieTooLongHasLostIt() {
        String id = worked("slow");
        assertThat(imports.renew(id, "slow", LEASE)).isTrue();
        clock.advance(LEASE.minusSeconds(5));
        assertThat(imports.claim(id, "quick", LEASE)).isFalse();
        clock.advance(Duration.ofSeconds(6));

        assertThat(imports.claim(id, "quick", LEASE)).isTrue();
        assertThat(imports.renew(id, "slow", LEASE)).isFalse();
        assertThat(imports.surveyed(id, "slow", 10, List.of())).isFalse();
        assertThat(imports.progressed(id, "slow", 1, new Counts(1, 0, 0), LEASE))
                .isFalse();
        imports.release(id, "slow");
        assertThat(due()).isEmpty();
        imports.release(id, "quick");
        assertThat(due()).containsExactly(id);
    }

    @Test
    void howFarItIsAddsUpAndGoesOnWhereItWas() {
        String id = worked("w");
        imports.surveyed(id, "w", 5_000_000_000L, List.of("Col\u0000our", "Grö\nße"));
        assertThat(imports.progressed(id, "w", 10, new Counts(7, 2, 1), LEASE)).isTrue();
        assertThat(imports.progressed(id, "w", 15, new Counts(5, 0, 0), LEASE)).isTrue();
        imports.release(id, "w");
        imports.claim(id, "other", LEASE);

        assertThat(find(id))
                .returns(5_000_000_000L, Import::rows)
                .returns(List.of("Col our", "Grö ße"), Import::unused)
                .returns(15L, Import::read)
                .returns(12L, Import::taken)
                .returns(2L, Import::known)
                .returns(1L, Import::refused)
                .returns(15L, Import::beganRow);
    }

    @Test
    void whatIsOverStaysOverUntilSomebodyWantsItAgain() {
        String id = worked("w");
        assertThat(imports.cancel(id)).isTrue();
        assertThat(imports.cancel(id)).isFalse();
        assertThat(imports.end(id, ImportState.DONE, "")).isFalse();
        assertThat(imports.progressed(id, "w", 1, new Counts(1, 0, 0), LEASE)).isFalse();
        assertThat(imports.claim(id, "w", LEASE)).isFalse();
        assertThat(state(id)).isEqualTo(ImportState.CANCELLED);

        assertThat(imports.again(id, ImportState.WAITING)).isTrue();
        assertThat(imports.again(id, ImportState.WAITING)).isFalse();
        assertThat(imports.claim(id, "w", LEASE)).isTrue();
        imports.end(id, ImportState.DONE, "");
        assertThat(imports.again(id, ImportState.WAITING)).isFalse();
    }

    @Test
    void whyItFailedIsKeptAsFarAsThereIsRoom() {
        String id = worked("w");
        imports.surveyed(id, "w", 1, Collections.nCopies(300, "Column 😀"));
        imports.end(id, ImportState.FAILED, "Größe\u0000".repeat(200));

        assertThat(find(id).reason()).hasSize(500).doesNotContain("\u0000");
        assertThat(String.join("\n", find(id).unused())).hasSizeBetween(1999, 2000);
        assertThat(find(id).endedAt()).isNotNull();
        imports.again(id, ImportState.UPLOADING);
        assertThat(find(id)).returns(null, Import::reason).returns(null, Import::endedAt);
    }

    @Test
    void theSameFileForTheSameShopIsFoundUntilItWasRead() {
        Import asked = imports.add("a.csv", 1, "ab12", PLAIN, "admin");

        assertThat(imports.open("ab12", PLAIN)).contains(asked);
        assertThat(imports.open("ab13", PLAIN)).isEmpty();
        assertThat(imports.open("ab12", of(BLUE, false))).isEmpty();
        assertThat(imports.open("ab12", of(ShopKey.MAIN, true))).isEmpty();
        imports.end(asked.id(), ImportState.DONE, "");
        assertThat(imports.open("ab12", PLAIN)).isEmpty();
    }

    @Test
    void whatEndedLatelyIsCleanedUpAfterAWhile() {
        String id = worked("w");
        worked("w");
        imports.cancel(id);
        Instant now = clock.instant();

        assertThat(imports.endedBefore(now.minusSeconds(60))).isEmpty();
        assertThat(imports.endedBefore(now.plusSeconds(60))).containsExactly(id);
        assertThat(imports.endedBefore(now.plus(Duration.ofDays(31)))).isEmpty();
    }

    private String worked(String worker) {
        String id = waiting(PLAIN);
        imports.claim(id, worker, LEASE);
        return id;
    }

    private String waiting(Manner manner) {
        String id = imports.add("a.csv", 1, "", manner, "admin").id();
        imports.received(id);
        return id;
    }

    private Import find(String id) {
        return imports.find(id).orElseThrow();
    }

    private ImportState state(String id) {
        return find(id).state();
    }

    private List<String> due() {
        return imports.due().stream().map(Import::id).toList();
    }

    private static Manner of(ShopKey shop, boolean dryRun) {
        return of(shop, Format.ANY, dryRun);
    }

    private static Manner of(ShopKey shop, Format format, boolean dryRun) {
        return new Manner(shop, format, ZoneOffset.UTC, null, null, dryRun);
    }
}
