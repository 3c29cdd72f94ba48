package dev.afterglow.journey.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Reading a diagram's file. */
final class Xml {

    static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    private Xml() {}

    /** What stands in the attribute; empty when it is not there. */
    static String text(DomElement element, String attribute) {
        return Objects.requireNonNullElse(element.getAttribute(attribute), "").strip();
    }

    /** The elements directly below with this name, whatever their namespace. */
    static Stream<DomElement> children(DomElement element, String name) {
        return element.getChildElements().stream().filter(child -> name.equals(child.getLocalName()));
    }

    static Optional<DomElement> child(DomElement element, String name) {
        return children(element, name).findFirst();
    }

    /** What the engine reads in an element, with this name. */
    static Stream<DomElement> extensions(DomElement element, String name) {
        return child(element, "extensionElements").stream().flatMap(inside -> children(inside, name));
    }

    /** An element and everything in it. */
    static Stream<DomElement> all(DomElement element) {
        List<DomElement> children = element.getChildElements();
        return Stream.concat(Stream.of(element), children.stream().flatMap(Xml::all));
    }
}
