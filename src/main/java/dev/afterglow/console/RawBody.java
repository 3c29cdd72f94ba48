package dev.afterglow.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a sender told, laid out for reading.
 *
 * @param text with line breaks and indents
 * @param readable false when it is masked as a whole, because it is in no form we know
 * @param shortened when it is too long for a page
 */
record RawBody(String text, boolean readable, boolean shortened) {

    private static final int LONGEST = 200_000;
    private static final Pattern FORM =
            Pattern.compile("[\\w.%\\[\\]+-]{1,200}=[^&\\s]*(&[\\w.%\\[\\]+-]{1,200}=[^&\\s]*)*");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** As it was told, every word of it. */
    static RawBody open(String body) {
        return of(tree(body).map(JsonNode::toPrettyString).orElse(body), true);
    }

    /** The same with everything masked that may be about somebody. */
    static RawBody masked(String body) {
        return tree(body)
                .map(told -> of(Mask.over(told).toPrettyString(), true))
                .orElseGet(() -> new RawBody(Mask.DOTS, false, false));
    }

    private static RawBody of(String text, boolean readable) {
        boolean shortened = text.length() > LONGEST;
        return new RawBody(shortened ? text.substring(0, LONGEST) : text, readable, shortened);
    }

    private static Optional<JsonNode> tree(String body) {
        try {
            JsonNode told = JSON.readTree(body);
            return told.isContainerNode() ? Optional.of(told) : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return FORM.matcher(body.strip()).matches() ? form(body.strip()) : Optional.empty();
        }
    }

    private static Optional<JsonNode> form(String body) {
        ObjectNode fields = JSON.createObjectNode();
        try {
            for (String pair : body.split("&", -1)) {
                int at = pair.indexOf('=');
                fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
            return Optional.of(fields);
        } catch (IllegalArgumentException noForm) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
