package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.afterglow.journey.Run;
import dev.afterglow.journey.Runs;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The blocks that decide who enters and when to go on, in diagrams of their own on a real engine. */
class BuildingBlocksTest extends JourneyTest {

    @Autowired
    private CamundaClient client;

    @Autowired
    private Runs runs;

    private String parcel;

    @BeforeEach
    void aParcelOfItsOwn() {
        parcel = salted("parcel");
    }

    @Test
    void aJourneyAboutAParcelGoesOnAtTheGoodMomentAndIsFoundByItsOrder() {
        deploy(entering("AboutAParcel", "once")
                .serviceTask(
                        "Task_WaitForAGoodMoment",
                        task -> task.zeebeJobType("calendar.good-moment")
                                .zeebeTaskHeader("after", "P1D")
                                .zeebeTaskHeader("at", "09:00")
                                .zeebeTaskHeader("days", "business-days")
                                .zeebeTaskHeader("spread", "30"))
                .intermediateCatchEvent("Timer_UntilThen", timer -> timer.timerWithDateExpression("moment"))
                .endEvent("EndEvent_Waited", end -> end.zeebeEndExecutionListener("journey.leave"))
                .done());
        given(aCustomer("Ada"));
        given(anOrder("1001").by("Ada").isPaid());

        start("AboutAParcel", parcel, "1001");
        then(test ->
                assertThat(ofJourney("AboutAParcel", "1001")).containsExactly(tuple(parcel, Run.State.RUNNING, null)));
        after(Duration.ofHours(2));
        assertThat(ofJourney("AboutAParcel", "1001")).containsExactly(tuple(parcel, Run.State.RUNNING, null));
        after(days(9));
        then(test ->
                assertThat(ofJourney("AboutAParcel", "1001")).containsExactly(tuple(parcel, Run.State.ENDED, null)));
    }

    @Test
    void aJourneyThatTakesACustomerOnceDeclinesTheSecondOrderAndSaysWhy() {
        deploy(entering("OncePerCustomer", "once-per-customer")
                .endEvent("EndEvent_Done")
                .done());
        given(aCustomer("Ada"));
        given(anOrder("1001").by("Ada").isPaid());
        given(anOrder("1002").by("Ada").isPaid());

        start("OncePerCustomer", salted("1001"), "1001");
        then(test -> assertThat(ofJourney("OncePerCustomer", "1001"))
                .containsExactly(tuple(salted("1001"), Run.State.RUNNING, null)));
        start("OncePerCustomer", salted("1002"), "1002");
        then(test -> assertThat(ofJourney("OncePerCustomer", "1002"))
                .containsExactly(tuple(salted("1002"), Run.State.DECLINED, "entered-before")));
    }

    private static AbstractFlowNodeBuilder<?, ?> entering(String journey, String reEntry) {
        return Bpmn.createExecutableProcess(journey)
                .startEvent()
                .serviceTask(
                        "Task_EnterJourney",
                        task -> task.zeebeJobType("journey.enter").zeebeTaskHeader("re-entry", reEntry));
    }

    private void deploy(BpmnModelInstance model) {
        client.newDeployResourceCommand()
                .addProcessModel(model, "test.bpmn")
                .send()
                .join();
    }

    private void start(String journey, String businessKey, String order) {
        String customer = runs.ofOrder(salted(order)).getFirst().customerId();
        client.newCreateInstanceCommand()
                .bpmnProcessId(journey)
                .latestVersion()
                .variables(new Begin(businessKey, salted(order), customer, parcel))
                .send()
                .join();
    }

    private List<Tuple> ofJourney(String journey, String order) {
        return runsOf(order).stream()
                .filter(run -> run.journey().equals(journey))
                .map(run -> tuple(run.businessKey(), run.state(), run.reason()))
                .toList();
    }

    private record Begin(String businessKey, String orderId, String customerId, String parcelId) {}
}
