package dev.afterglow.intake;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.afterglow.order.ParcelName;

/** What was told, as text that says the same when it is read again; without its body. */
final class ToldJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .addMixIn(Told.class, WithoutBody.class)
            .addMixIn(Fact.class, Named.class)
            .addMixIn(ParcelName.class, Named.class)
            .registerSubtypes(Fact.class.getPermittedSubclasses())
            .registerSubtypes(ParcelName.class.getPermittedSubclasses())
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Told.class);
    private static final ObjectReader READER = MAPPER.readerFor(Told.class);

    @JsonIgnoreProperties("body")
    private interface WithoutBody {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Named {}

    private ToldJson() {}

    static String write(Told told) {
        try {
            return WRITER.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Everything told can be written", e);
        }
    }

    /** @throws IllegalArgumentException when it is no such text; the cause quotes from it */
    static Told read(String told, String body) {
        try {
            return READER.<Told>readValue(told).withBody(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("What was told cannot be read", e);
        }
    }
}
