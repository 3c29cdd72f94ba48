package dev.afterglow.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.MovableClock;
import dev.afterglow.customer.CustomerRoom;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.sql.AllAtOnce;
import dev.afterglow.sql.Database;
import dev.afterglow.support.CaseEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class SeeingToCasesContract {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    private final MovableClock clock = new MovableClock();
    private final List<StaffMail.Call> mails = new ArrayList<>();
    private Database database;
    private Cases cases;
    private CaseEntries entries;
    private SeeingToCases seeing;
    private LookingAtCases looking;
    private CallingPeople calling;

    @BeforeEach
    void aCaseToBeAnsweredWithinADay(Database database) {
        this.database = database;
        cases = SupportRoom.cases(database);
        entries = SupportRoom.entries(database);
        seeing = SupportRoom.seeing(database, clock);
        looking = new LookingAtCases(cases, clock);
        calling = SupportRoom.calling(
                database, clock, new CustomerRoom(database, clock).customers(), mails::add, "help@shop.example");
        assertThat(seeing.open("1", "c-1", "o-1", "low-score", DAY)).isTrue();
    }

    @Test
    void itIsOpenedOnceHoweverOftenItsStepIsRepeatedAndJourneysHearOfItOnce() {
        assertThat(seeing.open("1", "c-1", "o-1", "low-score", DAY)).isFalse();

        assertThat(cases.find("1")).get().satisfies(one -> {
            assertThat(one.isOpen()).isTrue();
            assertThat(one.owner()).isNull();
            assertThat(one.dueAt()).isEqualTo(one.openedAt().plus(DAY));
            assertThat(one.isOverdueAt(clock.instant())).isFalse();
        });
        assertThat(cases.isOpen("c-1")).isTrue();
        assertThat(told()).containsExactly("case.opened 1");
        assertThat(kinds()).containsExactly(Kind.OPENED);
    }

    @Test
    void itIsTakenByOneAloneAndGivenOnByWhoeverSawWhoHadIt() {
        List<Boolean> taken = AllAtOnce.run(4, i -> seeing.give("1", "person-" + i, "", "person-" + i));
        assertThat(taken).containsOnlyOnce(true);

        String owner = cases.find("1").orElseThrow().owner();
        assertThat(seeing.give("1", "rita", "", "admin")).isFalse();
        assertThat(seeing.give("1", owner, owner, "admin")).isFalse();
        assertThat(seeing.give("1", "rita", owner, "admin")).isTrue();

        assertThat(cases.find("1").orElseThrow().owner()).isEqualTo("rita");
        assertThat(entries.of("1").getLast())
                .extracting(CaseEntry::kind, CaseEntry::by, CaseEntry::about)
                .containsExactly(Kind.GIVEN, "admin", "rita");
        assertThat(told()).containsExactly("case.opened 1", "case.changed 1", "case.changed 1");
    }

    @Test
    void closingItTellsJourneysHowItEndedOnceAndKeepsWhoDidIt() {
        assertThat(seeing.note("1", "Sends photos.", "rita")).isTrue();
        assertThat(seeing.close("1", CaseOutcome.NO_ANSWER, "Asked twice.", "rita"))
                .isTrue();
        assertThat(seeing.close("1", CaseOutcome.SOLVED, "", "admin")).isFalse();
        assertThat(seeing.give("1", "admin", "", "admin")).isFalse();
        assertThat(seeing.due("1", clock.instant().plus(DAY), "admin")).isFalse();

        assertThat(cases.isOpen("c-1")).isFalse();
        assertThat(cases.find("1").orElseThrow().outcome()).isEqualTo(CaseOutcome.NO_ANSWER);
        assertThat(entries.of("1")).extracting(CaseEntry::words).containsExactly(null, "Sends photos.", "Asked twice.");
        assertThat(told()).containsExactly("case.opened 1", "case.closed 1 outcome=no-answer");
        assertThat(looking.look("1", FOUR_HOURS).caseNews()).isEqualTo("closed");
    }

    @Test
    void itCanBeOpenedAgainWithAsMuchTimeAsItHad() {
        assertThat(seeing.reopen("1", "", "rita")).isFalse();
        seeing.close("1", CaseOutcome.SOLVED, "", "rita");
        clock.advance(Duration.ofDays(3));

        assertThat(seeing.reopen("1", "It broke again.", "admin")).isTrue();

        assertThat(cases.isOpen("c-1")).isTrue();
        assertThat(cases.find("1")).get().satisfies(one -> {
            assertThat(one.outcome()).isNull();
            assertThat(one.closedAt()).isNull();
            assertThat(one.dueAt()).isEqualTo(one.openedAt().plus(DAY));
        });
        assertThat(told()).last().isEqualTo("case.opened 1");
        assertThat(looking.look("1", FOUR_HOURS).caseNews()).isEqualTo("wait");
    }

    @Test
    void itsOwnerIsRemindedFourHoursBeforeAndPeopleAreCalledWhenItIsOver() {
        seeing.give("1", "rita", "", "rita");
        Instant due = cases.find("1").orElseThrow().dueAt();

        assertThat(looking.look("1", FOUR_HOURS))
                .isEqualTo(new CaseOutlook("wait", due.minus(FOUR_HOURS).toString()));
        clock.advance(Duration.ofHours(21));
        assertThat(looking.look("1", FOUR_HOURS)).isEqualTo(new CaseOutlook("remind", due.toString()));
        calling.call("1", Calling.REMINDER);
        calling.call("1", Calling.REMINDER);
        assertThat(looking.look("1", FOUR_HOURS)).isEqualTo(new CaseOutlook("wait", due.toString()));
        clock.advance(FOUR_HOURS);
        assertThat(looking.look("1", FOUR_HOURS).caseNews()).isEqualTo("escalate");
        calling.call("1", Calling.ESCALATION);
        calling.call("1", Calling.ESCALATION);
        assertThat(looking.look("1", FOUR_HOURS).caseNews()).isEqualTo("wait");

        assertThat(mails)
                .extracting(StaffMail.Call::to, StaffMail.Call::why)
                .containsExactly(
                        tuple("rita@shop.example", Calling.REMINDER), tuple("help@shop.example", Calling.ESCALATION));
        assertThat(kinds()).containsExactly(Kind.OPENED, Kind.GIVEN, Kind.REMINDED, Kind.ESCALATED);
        clock.advance(Duration.ofDays(200));
        assertThat(looking.look("1", FOUR_HOURS).caseNews()).isEqualTo("too-long");
    }

    @Test
    void anotherDeadlineIsWatchedLikeTheFirst() {
        clock.advance(Duration.ofHours(25));
        calling.call("1", Calling.ESCALATION);
        Instant later = clock.instant().plus(Duration.ofHours(6)).truncatedTo(ChronoUnit.SECONDS);

        assertThat(seeing.due("1", later, "rita")).isTrue();

        assertThat(looking.look("1", FOUR_HOURS).caseNews()).isEqualTo("wait");
        clock.advance(Duration.ofHours(7));
        assertThat(looking.look("1", FOUR_HOURS).caseNews()).isEqualTo("escalate");
        calling.call("1", Calling.ESCALATION);
        assertThat(mails).hasSize(2);
        assertThat(told()).containsExactly("case.opened 1", "case.changed 1");
    }

    @Test
    void halfOfAShortTimePassesBeforeAnybodyIsReminded() {
        seeing.open("2", "c-1", null, "low-score", Duration.ofHours(2));
        Instant opened = cases.find("2").orElseThrow().openedAt();

        assertThat(looking.look("2", FOUR_HOURS).lookAgain())
                .isEqualTo(opened.plus(Duration.ofHours(1)).toString());
    }

    @Test
    void whenTheMailDoesNotLeaveNothingIsNotedSoThatItIsTriedAgain() {
        CallingPeople cut = SupportRoom.calling(
                database,
                clock,
                new CustomerRoom(database, clock).customers(),
                call -> {
                    throw new TransientFailure("the mail server cannot be reached", new IllegalStateException());
                },
                "help@shop.example");
        clock.advance(Duration.ofHours(25));

        assertThatThrownBy(() -> cut.call("1", Calling.ESCALATION)).isInstanceOf(TransientFailure.class);
        assertThat(kinds()).containsExactly(Kind.OPENED);
        calling.call("1", Calling.ESCALATION);
        assertThat(kinds()).containsExactly(Kind.OPENED, Kind.ESCALATED);
    }

    @Test
    void withoutAnAddressItIsStillOnRecordAndAClosedCaseCallsNobody() {
        CallingPeople quiet =
                SupportRoom.calling(database, clock, new CustomerRoom(database, clock).customers(), mails::add, null);
        clock.advance(Duration.ofHours(25));
        quiet.call("1", Calling.ESCALATION);
        seeing.open("2", "c-1", null, "low-score", DAY);
        seeing.close("2", CaseOutcome.SOLVED, "", "rita");
        calling.call("2", Calling.ESCALATION);

        assertThat(mails).isEmpty();
        assertThat(kinds()).containsExactly(Kind.OPENED, Kind.ESCALATED);
    }

    @Test
    void aCaseOfAnotherSystemIsWatchedThereUntilSomebodyHereSetsADeadline() {
        cases.opened("https://help.example T-1", "c-2", clock.instant().minusSeconds(60));
        assertThat(looking.look("https://help.example T-1", FOUR_HOURS).caseNews())
                .isEqualTo("elsewhere");
        assertThat(looking.look("T-1", FOUR_HOURS).caseNews()).isEqualTo("elsewhere");

        assertThat(seeing.due("https://help.example T-1", clock.instant().plus(DAY), "rita"))
                .isTrue();

        assertThat(looking.look("https://help.example T-1", FOUR_HOURS).caseNews())
                .isEqualTo("wait");
        assertThat(told()).last().isEqualTo("case.opened https://help.example T-1");
        cases.closed("https://help.example T-1", "c-2", clock.instant());
        assertThat(looking.look("https://help.example T-1", FOUR_HOURS).caseNews())
                .isEqualTo("closed");
    }

    private List<String> told() {
        return database.client()
                .sql("select type || ' ' || subject || coalesce(' ' || routing, '') from events order by seq")
                .query(String.class)
                .list();
    }

    private List<Kind> kinds() {
        return entries.of("1").stream().map(CaseEntry::kind).toList();
    }
}
