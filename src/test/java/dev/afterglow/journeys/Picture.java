package dev.afterglow.journeys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A diagram as SVG, drawn from the places its author gave to shapes, edges and labels. */
final class Picture {

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String WAY = "http://www.omg.org/spec/DD/20100524/DI";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String STYLE = """
            <style>
            text { font: 12px Arial, Helvetica, sans-serif; fill: #222; }
            .shape { fill: #fff; stroke: #222; stroke-width: 1.5; }
            .part { fill: #fafafa; stroke: #222; stroke-width: 1.5; }
            .beside { fill: #f3f6f8; stroke: #222; stroke-width: 1.5; stroke-dasharray: 2 4; }
            .end { stroke-width: 4; }
            .mark { fill: none; stroke: #222; stroke-width: 1.2; }
            .goes-on { stroke-dasharray: 4 3; }
            .flow { fill: none; stroke: #222; stroke-width: 1.4; marker-end: url(#arrow); }
            </style>
            <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" \
            orient="auto"><path d="M0 1 L10 5 L0 9 Z" fill="#222"/></marker></defs>
            """;

    /** A rectangle on the page. */
    private record Box(double x, double y, double width, double height) {

        static Box of(Element bounds) {
            return new Box(at(bounds, "x"), at(bounds, "y"), at(bounds, "width"), at(bounds, "height"));
        }

        double middle() {
            return x + width / 2;
        }

        double centre() {
            return y + height / 2;
        }
    }

    private final Document diagram;
    private final Map<String, Element> elements = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();

    private Picture(Document diagram) {
        this.diagram = diagram;
        each(diagram.getElementsByTagNameNS(BPMN, "*"))
                .forEach(element -> elements.put(element.getAttribute("id"), element));
    }

    /** Draws the diagram in this file. */
    static String of(Path file) throws Exception {
        return new Picture(parser().newDocumentBuilder().parse(file.toFile())).draw();
    }

    private static DocumentBuilderFactory parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    private String draw() {
        List<Element> shapes = each(diagram.getElementsByTagNameNS(DI, "BPMNShape"));
        shapes.stream().filter(this::holdsOthers).forEach(this::shape);
        each(diagram.getElementsByTagNameNS(DI, "BPMNEdge")).forEach(this::edge);
        shapes.stream().filter(shape -> !holdsOthers(shape)).forEach(this::shape);
        return frame();
    }

    private String frame() {
        List<Box> boxes = each(diagram.getElementsByTagNameNS(DC, "Bounds")).stream()
                .map(Box::of)
                .toList();
        double left = boxes.stream().mapToDouble(Box::x).min().orElse(0) - 20;
        double top = boxes.stream().mapToDouble(Box::y).min().orElse(0) - 20;
        double right =
                boxes.stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0) + 20;
        double bottom =
                boxes.stream().mapToDouble(box -> box.y() + box.height()).max().orElse(0) + 20;
        Element process =
                (Element) diagram.getElementsByTagNameNS(BPMN, "process").item(0);
        String area = "%s %s %s %s".formatted(n(left), n(top), n(right - left), n(bottom - top));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="%s" width="%s" role="img">
                <title>%s</title>
                %s<rect x="%s" y="%s" width="100%%" height="100%%" fill="#fff"/>
                %s</svg>
                """.formatted(area, n(right - left), text(process.getAttribute("name")), STYLE, n(left), n(top), svg);
    }

    private boolean holdsOthers(Element shape) {
        return element(shape).getLocalName().equals("subProcess");
    }

    private Element element(Element drawn) {
        return elements.get(drawn.getAttribute("bpmnElement"));
    }

    private void shape(Element shape) {
        Element element = element(shape);
        Box box = Box.of(first(shape, DC, "Bounds"));
        String name = element.getAttribute("name");
        String kind = element.getLocalName();
        if (kind.endsWith("Event")) {
            event(element, box);
            label(shape, name);
        } else if (kind.endsWith("Gateway")) {
            add("<path class=\"shape\" d=\"M%s %s L%s %s L%s %s L%s %s Z\"/>"
                    .formatted(
                            n(box.middle()), n(box.y()),
                            n(box.x() + box.width()), n(box.centre()),
                            n(box.middle()), n(box.y() + box.height()),
                            n(box.x()), n(box.centre())));
            cross(box);
            label(shape, name);
        } else if (kind.equals("subProcess")) {
            boolean beside = element.getAttribute("triggeredByEvent").equals("true");
            rectangle(box, beside ? "beside" : "part");
            add("<text x=\"%s\" y=\"%s\">%s</text>".formatted(n(box.x() + 10), n(box.y() + 18), text(name)));
        } else {
            rectangle(box, "shape");
            lines(name, 15, box.middle(), box.centre());
        }
    }

    private void event(Element element, Box box) {
        boolean goesOn = element.getAttribute("isInterrupting").equals("false");
        String look = (element.getLocalName().equals("endEvent") ? " end" : "") + (goesOn ? " goes-on" : "");
        circle(box, 18, "shape" + look);
        boolean isBetween = element.getLocalName().startsWith("intermediate")
                || element.getLocalName().startsWith("boundary");
        if (isBetween) {
            circle(box, 15, "mark" + (element.getAttribute("cancelActivity").equals("false") ? " goes-on" : ""));
        }
        if (has(element, "messageEventDefinition")) {
            add("<path class=\"mark\" d=\"M%s %s h16 v11 h-16 Z l8 6 l8 -6\"/>"
                    .formatted(n(box.middle() - 8), n(box.centre() - 5.5)));
        } else if (has(element, "timerEventDefinition")) {
            circle(box, 10, "mark");
            add("<path class=\"mark\" d=\"M%s %s v-7 m0 7 h5\"/>".formatted(n(box.middle()), n(box.centre())));
        }
    }

    private void edge(Element edge) {
        List<Element> points = each(edge.getElementsByTagNameNS(WAY, "waypoint"));
        String way = points.stream()
                .map(point -> n(at(point, "x")) + "," + n(at(point, "y")))
                .collect(Collectors.joining(" "));
        add("<polyline class=\"flow\" points=\"%s\"/>".formatted(way));
        label(edge, element(edge).getAttribute("name"));
    }

    private void label(Element drawn, String name) {
        Element label = first(drawn, DI, "BPMNLabel");
        Element bounds = label == null ? null : first(label, DC, "Bounds");
        if (bounds != null && !name.isBlank()) {
            Box box = Box.of(bounds);
            lines(name, 16, box.middle(), box.centre());
        }
    }

    private void lines(String words, int width, double middle, double centre) {
        List<String> lines = wrapped(words, width);
        IntStream.range(0, lines.size())
                .forEach(i -> add("<text text-anchor=\"middle\" x=\"%s\" y=\"%s\">%s</text>"
                        .formatted(
                                n(middle), n(centre + 4 + (i - (lines.size() - 1) / 2.0) * 14), text(lines.get(i)))));
    }

    private static List<String> wrapped(String words, int width) {
        List<String> lines = new ArrayList<>();
        for (String word : words.split(" ")) {
            boolean fits = !lines.isEmpty() && lines.getLast().length() + 1 + word.length() <= width;
            if (fits) {
                lines.set(lines.size() - 1, lines.getLast() + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private void rectangle(Box box, String look) {
        add("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\"/>"
                .formatted(look, n(box.x()), n(box.y()), n(box.width()), n(box.height())));
    }

    private void circle(Box box, int radius, String look) {
        add("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%d\"/>"
                .formatted(look, n(box.middle()), n(box.centre()), radius));
    }

    private void cross(Box box) {
        add("<path class=\"mark\" d=\"M%s %s l14 14 m0 -14 l-14 14\"/>"
                .formatted(n(box.middle() - 7), n(box.centre() - 7)));
    }

    private void add(String line) {
        svg.append(line).append('\n');
    }

    private static boolean has(Element element, String child) {
        return first(element, BPMN, child) != null;
    }

    private static Element first(Element element, String namespace, String name) {
        return (Element) element.getElementsByTagNameNS(namespace, name).item(0);
    }

    private static List<Element> each(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    private static double at(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static String n(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replace(".0", "");
    }

    private static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
