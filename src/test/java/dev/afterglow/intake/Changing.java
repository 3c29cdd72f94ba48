package dev.afterglow.intake;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A document with another value in one place. */
final class Changing {

    private Changing() {}

    static String at(JsonNode document, String pointer, String text) {
        return at(document, pointer, TextNode.valueOf(text));
    }

    static String at(JsonNode document, String pointer, JsonNode value) {
        JsonNode changed = document.deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = changed.at(place.head());
        JsonPointer last = place.last();
        if (parent instanceof ObjectNode object) {
            object.set(last.getMatchingProperty(), value);
        } else {
            ((ArrayNode) parent).set(last.getMatchingIndex(), value);
        }
        return changed.toString();
    }
}
