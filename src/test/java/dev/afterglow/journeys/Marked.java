package dev.afterglow.journeys;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperties;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperty;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** An element of a diagram that Camunda Modeler shows as the building block it was made with. */
record Marked(BaseElement element) {

    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    /** True for what has settings of the engine: nobody should need to know those. */
    static boolean mustBe(BaseElement element) {
        return switch (element) {
            case Process process -> true;
            case ServiceTask task -> true;
            case BusinessRuleTask task -> true;
            case ReceiveTask task -> true;
            case CatchEvent event -> !event.getEventDefinitions().isEmpty();
            case EndEvent end ->
                extensions(end, ZeebeExecutionListeners.class).findFirst().isPresent();
            default -> false;
        };
    }

    String id() {
        return element.getId();
    }

    /** The file of its block; null when it has none. */
    String template() {
        return file(element);
    }

    /** The file of the block its message was made with; null when there is no message. */
    String messageTemplate() {
        return message().map(Marked::file).orElse(null);
    }

    /** True when its message is one of those offered, or there is none and none is offered. */
    boolean message(List<String> offered) {
        return fits(message().map(Message::getName), offered);
    }

    /** The same for what it waits with. */
    boolean key(List<String> offered) {
        return fits(
                message()
                        .flatMap(message -> extensions(message, ZeebeSubscription.class)
                                .map(ZeebeSubscription::getCorrelationKey)
                                .findFirst()),
                offered);
    }

    String setting(String name) {
        return extensions(element, ZeebeProperties.class)
                .flatMap(all -> all.getChildElementsByType(ZeebeProperty.class).stream())
                .filter(property -> property.getName().equals(name))
                .map(ZeebeProperty::getValue)
                .findFirst()
                .orElse("");
    }

    private Optional<Message> message() {
        return switch (element) {
            case ReceiveTask task -> Optional.of(task.getMessage());
            case CatchEvent event ->
                event.getEventDefinitions().stream()
                        .filter(MessageEventDefinition.class::isInstance)
                        .map(definition -> ((MessageEventDefinition) definition).getMessage())
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static boolean fits(Optional<String> found, List<String> offered) {
        return found.map(offered::contains).orElse(offered.isEmpty());
    }

    private static String file(BaseElement element) {
        String id = element.getAttributeValueNs(ZEEBE, "modelerTemplate");
        return id == null ? null : id.replace("dev.afterglow.", "");
    }

    private static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> kind) {
        return Stream.ofNullable(element.getExtensionElements())
                .flatMap(all -> all.getChildElementsByType(kind).stream());
    }
}
