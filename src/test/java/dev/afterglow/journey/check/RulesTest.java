package dev.afterglow.journey.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule with something it refuses, and that no other rule does. */
class RulesTest {

    private static final List<RuleBook> BOOKS = CheckRoom.books();

    private static final Map<String, UnaryOperator<CheckRoom>> SPOILT = new TreeMap<>(Map.ofEntries(
            Map.entry("diagram-readable", room -> room.put("Other.bpmn", "<no diagram")),
            Map.entry("one-process", room -> room.instead("isExecutable=\"true\"", "isExecutable=\"false\"")),
            Map.entry("file-named-after-process", room -> room.move(CheckRoom.DIAGRAM, "Note.bpmn")),
            Map.entry("platform", room -> room.instead("PlatformVersion=\"8.6.0\"", "PlatformVersion=\"8.5.0\"")),
            Map.entry("size", room -> room.put("notes.txt", "x".repeat(600_000))),
            Map.entry("drawn", room -> room.instead("bpmnElement=\"Task_SendNote\"", "bpmnElement=\"Nobody\"")),
            Map.entry(
                    "described",
                    room -> room.instead("A sound journey for the tests of the check, with one of everything.", "")),
            Map.entry("readme", room -> room.move("README.md", null)),
            Map.entry(
                    "engine-accepts",
                    room -> room.instead(
                            "decisionId=\"note_level\" resultVariable=\"level\"", "decisionId=\"note_level\"")),
            Map.entry("labelled", room -> room.instead("name=\"Send note\"", "")),
            Map.entry("id-says-what", room -> room.instead("Task_SendNote", "Activity_0k3x2ab")),
            Map.entry("job-known", room -> room.instead("type=\"messaging.send\"", "type=\"messaging.sent\"")),
            Map.entry("fields-filled", room -> room.instead("<zeebe:header key=\"channel\" value=\"email\" />", "")),
            Map.entry(
                    "fields-fit",
                    room -> room.instead("key=\"channel\" value=\"email\"", "key=\"channel\" value=\"email, e-mail\"")),
            Map.entry(
                    "retries",
                    room -> room.instead("type=\"messaging.send\" retries=\"10\"", "type=\"messaging.send\"")),
            Map.entry("user-task-listed", room -> room.instead("<zeebe:userTask />", "")),
            Map.entry(
                    "nothing-personal",
                    room -> room.instead(
                            "<zeebe:output source=\"=admitted\" target=\"admitted\" />",
                            "<zeebe:output source=\"=admitted\" target=\"admitted\" />"
                                    + "<zeebe:output source=\"=order.email\" target=\"customerEmail\" />")),
            Map.entry(
                    "path-ends",
                    room -> room.instead(
                            "sourceRef=\"BoundaryEvent_NobodyWrote\" targetRef=\"EndEvent_Noted\"",
                            "sourceRef=\"Task_WriteByHand\" targetRef=\"EndEvent_Noted\"")),
            Map.entry(
                    "reachable",
                    room -> room.instead(
                            "sourceRef=\"BoundaryEvent_NoAnswer\" targetRef=\"EndEvent_NoAnswer\"",
                            "sourceRef=\"BoundaryEvent_NoAnswer\" targetRef=\"EndEvent_Noted\"")),
            Map.entry("gateway-decides", room -> room.instead(" default=\"Flow_No\"", "")),
            Map.entry(
                    "loop-waits",
                    room -> room.instead(
                            "sourceRef=\"Gateway_ByHand\" targetRef=\"EndEvent_Noted\"",
                            "sourceRef=\"Gateway_ByHand\" targetRef=\"Task_Decide\"")),
            Map.entry(
                    "wait-ends",
                    room -> room.instead("attachedToRef=\"Task_WaitForAnswer\"", "attachedToRef=\"Task_Decide\"")),
            Map.entry(
                    "starts-with-event",
                    room -> room.instead(
                            "<bpmn:messageEventDefinition id=\"Definition_Delivered\" messageRef=\"Message_Delivered\" />",
                            "")),
            Map.entry("entered-first", RulesTest::withAWayPastTheEntrance),
            Map.entry("admitted-asked", room -> room.instead("=not(admitted)", "=orders = 1")),
            Map.entry(
                    "declined-get-nothing",
                    room -> room.instead(
                                    "sourceRef=\"Gateway_Admitted\" targetRef=\"EndEvent_NotEntered\"",
                                    "sourceRef=\"Gateway_Admitted\" targetRef=\"Task_SendNote\"")
                            .without("<bpmn:endEvent id=\"EndEvent_NotEntered\"", "</bpmn:endEvent>")),
            Map.entry(
                    "leaving-recorded",
                    room -> room.without("<zeebe:executionListeners>", "</zeebe:executionListeners>")),
            Map.entry(
                    "stops-with-the-order", room -> room.instead("name=\"order.refunded\"", "name=\"order.returned\"")),
            Map.entry("stops-on-complaint", room -> room.instead("message.complained", "message.bounced")),
            Map.entry(
                    "answered-for",
                    room -> room.instead("<zeebe:property name=\"goal\"", "<zeebe:property name=\"aim\"")),
            Map.entry("internal-writes-to-nobody", RulesTest::asWorkOfOurOwn),
            Map.entry("event-known", room -> room.instead("custom.note.answered", "note.answered")),
            Map.entry(
                    "correlation-key",
                    room -> room.instead("messageRef=\"Message_Delivered\"", "messageRef=\"Message_Key\"")
                            .instead(
                                    "<bpmn:message id=\"Message_Delivered\" name=\"order.delivered\" />",
                                    "<bpmn:message id=\"Message_Key\" name=\"order.delivered\"><bpmn:extensionElements>"
                                            + "<zeebe:subscription correlationKey=\"=orderId\" /></bpmn:extensionElements>"
                                            + "</bpmn:message>")),
            Map.entry("correlation-key-fits", room -> room.instead("custom.note.answered", "parcel.delivered")),
            Map.entry("timer-readable", room -> room.instead("P14D", "14 days")),
            Map.entry("timer-at-most-half-a-year", room -> room.instead("P14D", "P7M")),
            Map.entry("expression-readable", room -> room.instead("=level = \"high\"", "=level = = \"high\"")),
            Map.entry("decision-readable", room -> room.instead("NoteLevel.dmn", "\"low\"", "\"low")),
            Map.entry(
                    "decision-known",
                    room -> room.instead("decisionId=\"note_level\"", "decisionId=\"note_levels\""))));

    private static CheckRoom asWorkOfOurOwn(CheckRoom room) {
        return room.instead("key=\"class\" value=\"marketing\"", "key=\"class\" value=\"internal\"");
    }

    private static CheckRoom withAWayPastTheEntrance(CheckRoom room) {
        return room.instead(
                        "</bpmn:process>",
                        "<bpmn:startEvent id=\"StartEvent_Past\" name=\"Other way\"><bpmn:outgoing>Flow_Past</bpmn:outgoing>"
                                + "<bpmn:messageEventDefinition id=\"Definition_Past\" messageRef=\"Message_Past\" />"
                                + "</bpmn:startEvent><bpmn:sequenceFlow id=\"Flow_Past\" sourceRef=\"StartEvent_Past\""
                                + " targetRef=\"Task_SendNote\" /></bpmn:process>"
                                + "<bpmn:message id=\"Message_Past\" name=\"custom.past\" />")
                .instead(
                        "</bpmndi:BPMNPlane>",
                        "<bpmndi:BPMNShape id=\"Past_di\" bpmnElement=\"StartEvent_Past\">"
                                + "<dc:Bounds x=\"9\" y=\"9\" width=\"36\" height=\"36\" /></bpmndi:BPMNShape>"
                                + "<bpmndi:BPMNEdge id=\"FlowPast_di\" bpmnElement=\"Flow_Past\">"
                                + "<di:waypoint x=\"45\" y=\"9\" /><di:waypoint x=\"590\" y=\"80\" />"
                                + "</bpmndi:BPMNEdge></bpmndi:BPMNPlane>");
    }

    static Stream<String> rules() {
        return SPOILT.keySet().stream();
    }

    @Test
    void aSoundFolderIsWhollySound() {
        assertThat(new CheckRoom().findings(BOOKS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatARuleIsAboutIsRefusedByItAlone(String rule) {
        List<Finding> findings = SPOILT.get(rule).apply(new CheckRoom()).findings(BOOKS);
        assertThat(CheckRoom.rules(findings)).as("%s", findings).containsExactly(rule);
    }

    @Test
    void aDiagramForNoEngineInParticularIsRefusedInWords() {
        List<Finding> findings = new CheckRoom()
                .instead("modeler:executionPlatform=\"Camunda Cloud\" modeler:executionPlatformVersion=\"8.6.0\"", "")
                .findings(BOOKS);

        assertThat(findings)
                .singleElement()
                .satisfies(one ->
                        assertThat(one.reason()).isEqualTo("it does not say for which engine and version it is made"));
    }

    @Test
    void everyRuleHasAnExampleHere() {
        assertThat(new Checking(BOOKS).rules().stream().map(Rule::name))
                .containsExactlyInAnyOrderElementsOf(SPOILT.keySet());
    }
}
