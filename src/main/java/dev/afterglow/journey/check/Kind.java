package dev.afterglow.journey.check;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an element of a diagram is. */
public enum Kind {
    START,
    END,
    CATCH,
    THROW,
    BOUNDARY,
    SERVICE_TASK,
    RECEIVE_TASK,
    USER_TASK,
    DECISION_TASK,
    OTHER_TASK,
    CALL,
    EXCLUSIVE_GATEWAY,
    INCLUSIVE_GATEWAY,
    PARALLEL_GATEWAY,
    EVENT_GATEWAY,
    SUB_PROCESS,
    EVENT_SUB_PROCESS;

    private static final Set<Kind> GATEWAYS =
            EnumSet.of(EXCLUSIVE_GATEWAY, INCLUSIVE_GATEWAY, PARALLEL_GATEWAY, EVENT_GATEWAY);
    private static final Set<Kind> EVENTS = EnumSet.of(START, END, CATCH, THROW, BOUNDARY);
    private static final Map<String, Kind> BY_TAG = Map.ofEntries(
            Map.entry("startEvent", START),
            Map.entry("endEvent", END),
            Map.entry("intermediateCatchEvent", CATCH),
            Map.entry("intermediateThrowEvent", THROW),
            Map.entry("boundaryEvent", BOUNDARY),
            Map.entry("serviceTask", SERVICE_TASK),
            Map.entry("receiveTask", RECEIVE_TASK),
            Map.entry("userTask", USER_TASK),
            Map.entry("businessRuleTask", DECISION_TASK),
            Map.entry("sendTask", SERVICE_TASK),
            Map.entry("scriptTask", OTHER_TASK),
            Map.entry("manualTask", OTHER_TASK),
            Map.entry("task", OTHER_TASK),
            Map.entry("callActivity", CALL),
            Map.entry("exclusiveGateway", EXCLUSIVE_GATEWAY),
            Map.entry("inclusiveGateway", INCLUSIVE_GATEWAY),
            Map.entry("parallelGateway", PARALLEL_GATEWAY),
            Map.entry("eventBasedGateway", EVENT_GATEWAY),
            Map.entry("subProcess", SUB_PROCESS),
            Map.entry("adHocSubProcess", SUB_PROCESS));

    /** What the element with this name in the file is; empty for flows, texts and data. */
    static Optional<Kind> of(String tag, boolean triggeredByEvent) {
        return Optional.ofNullable(triggeredByEvent ? EVENT_SUB_PROCESS : BY_TAG.get(tag));
    }

    boolean isGateway() {
        return GATEWAYS.contains(this);
    }

    boolean isEvent() {
        return EVENTS.contains(this);
    }

    boolean isActivity() {
        return !isGateway() && !isEvent() && this != EVENT_SUB_PROCESS;
    }
}
