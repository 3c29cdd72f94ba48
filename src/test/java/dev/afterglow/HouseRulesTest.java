package dev.afterglow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.camunda.client.annotation.JobWorker;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;

/** The laws that can be checked on the compiled code. */
@AnalyzeClasses(packages = "dev.afterglow", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final Set<String> CLOCKS =
            Set.of("dev.afterglow.TimeConfiguration", "dev.afterglow.local.LocalClock");
    private static final Pattern MONEY = Pattern.compile("(?i).*(price|total|amount|money|fee|refund).*");

    @ArchTest
    static final ArchRule onlyTheJourneyRoomAndWorkersKnowCamunda = noClasses()
            .that()
            .resideOutsideOfPackage("dev.afterglow.journey..")
            .and()
            .haveSimpleNameNotEndingWith("Worker")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.camunda..", "io.grpc..");

    @ArchTest
    static final ArchRule nobodyButTheClockBeanLooksAtTheSystemClock = noClasses()
            .that(DescribedPredicate.describe("are not the clock bean", type -> !CLOCKS.contains(type.getName())))
            .should()
            .callMethodWhere(DescribedPredicate.describe("reads the system clock", HouseRulesTest::readsTheClock))
            .orShould()
            .callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule moneyIsNeverAFloatingPointNumber = noFields()
            .that()
            .haveNameMatching(MONEY.pattern())
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    @ArchTest
    static final ArchRule factsAboutOrdersHoldMoneyExactly = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.afterglow.order")
            .and()
            .haveNameMatching("(?i)(total|unitPrice)")
            .should()
            .haveRawType(BigDecimal.class);

    @ArchTest
    static final ArchRule workersAreFoundByTheEngineClient = methods()
            .that()
            .areAnnotatedWith(JobWorker.class)
            .should()
            .bePublic()
            .andShould()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Worker");

    @ArchTest
    static final ArchRule nobodyCallsAWorker = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Worker")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Worker");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("Dto");

    @ArchTest
    static final ArchRule aGetChangesNothing = methods()
            .that()
            .areAnnotatedWith(GetMapping.class)
            .should()
            .notBeAnnotatedWith("org.springframework.transaction.annotation.Transactional")
            .andShould()
            .beDeclaredInClassesThat()
            .resideInAnyPackage(
                    "dev.afterglow.console..",
                    "dev.afterglow.access..",
                    "dev.afterglow.local..",
                    "dev.afterglow.messaging.page..",
                    "dev.afterglow.feedback",
                    "dev.afterglow.intake.cloudevents",
                    "dev.afterglow.intake.whatsapp",
                    "dev.afterglow.history..",
                    "dev.afterglow.offer..",
                    "dev.afterglow.review",
                    "dev.afterglow.privacy..");

    @ArchTest
    static final ArchRule settingsAreRecords =
            classes().that().haveSimpleNameEndingWith("Settings").should().beRecords();

    private static boolean readsTheClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean now = owner.startsWith("java.time.")
                && name.equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean system = owner.equals("java.time.Clock") && name.startsWith("system");
        return now || system || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
    }
}
