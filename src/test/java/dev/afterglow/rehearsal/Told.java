package dev.afterglow.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calendars for programs. */
record Told(String folder, boolean asExpected, List<OneExample> examples) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** One example of it. */
    record OneExample(
            String example,
            boolean asExpected,
            String zone,
            String locale,
            List<One> calendar,
            List<String> differences) {}

    /** One entry of its calendar; times are local, with their offset. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            int day,
            String at,
            String kind,
            @Nullable String what,
            @Nullable String step,
            @Nullable String channel,
            @Nullable String subject,
            @Nullable String reason,
            @Nullable String until,
            String says) {}

    static String of(String folder, List<Comparison> comparisons) {
        try {
            return JSON.writeValueAsString(new Told(
                    folder,
                    comparisons.stream().allMatch(Comparison::isAsExpected),
                    comparisons.stream().map(Told::example).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can always be written", e);
        }
    }

    private static OneExample example(Comparison comparison) {
        Example example = comparison.calendar().example();
        return new OneExample(
                example.name(),
                comparison.isAsExpected(),
                example.person().zone().getId(),
                example.person().locale(),
                comparison.calendar().entries().stream()
                        .map(entry -> one(entry, example))
                        .toList(),
                comparison.differences());
    }

    private static One one(Entry entry, Example example) {
        ZonedDateTime there = entry.at().atZone(example.person().zone());
        return new One(
                example.when(entry.at()).day(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there.withNano(0)),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.what().isEmpty() ? null : entry.what(),
                entry.step(),
                entry.channel(),
                entry.subject(),
                entry.reason(),
                entry.until() == null
                        ? null
                        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                entry.until().atZone(example.person().zone()).withNano(0)),
                Line.sentence(entry, example));
    }
}
