package dev.afterglow.journey.check;

import dev.afterglow.journey.JourneyFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Decision tables in their files. */
final class Decisions {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /** A decision of a file. */
    record Decision(String file, String id, Element element) {}

    private Decisions() {}

    /** The decisions of a folder; files that cannot be read have none. */
    static List<Decision> in(JourneyFolder folder) {
        List<Decision> decisions = new ArrayList<>();
        folder.files().forEach((path, bytes) -> {
            if (path.endsWith(".dmn")) {
                try {
                    all(parse(bytes).getDocumentElement(), "decision")
                            .forEach(element -> decisions.add(new Decision(path, element.getAttribute("id"), element)));
                } catch (IOException unreadable) {
                    // why: a rule of its own says so.
                }
            }
        });
        return decisions;
    }

    /**
     * Reads a file.
     *
     * @throws IOException saying why it is no table
     */
    static Document parse(byte[] bytes) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            // why: a document type can make the reader fetch addresses and files.
            factory.setFeature(NO_DOCTYPE, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The elements with this name, however deep. */
    static Stream<Element> all(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    /** What stands in the element called {@code text} inside this one; empty when there is none. */
    static String text(Element element) {
        return all(element, "text")
                .findFirst()
                .map(text -> text.getTextContent().strip())
                .orElse("");
    }
}
