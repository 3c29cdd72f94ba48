package dev.afterglow.privacy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the file {@code personal-data.yaml} says about every table. */
record PersonalData(List<Holding> all) {

    /** The file as it is written: in braces a condition names the ids of a person's rows in another table. */
    private record Told(Map<String, String> theirs, List<Holding> tables) {

        PersonalData expanded() {
            return new PersonalData(tables.stream()
                    .map(holding -> holding.whose(expanded(holding.whose())))
                    .toList());
        }

        private String expanded(String condition) {
            return NAME.matcher(condition).replaceAll(found -> {
                String ids = Objects.requireNonNull(theirs.get(found.group(1)), found.group());
                return Matcher.quoteReplacement(expanded(ids));
            });
        }
    }

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** Reads the file that is part of the app. */
    static PersonalData read() {
        try (InputStream file = Objects.requireNonNull(
                PersonalData.class.getResourceAsStream("personal-data.yaml"), "personal-data.yaml")) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return JsonMapper.builder()
                    .build()
                    .convertValue(document, Told.class)
                    .expanded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables that hold something about people. */
    List<Holding> personal() {
        return all.stream().filter(Holding::isPersonal).toList();
    }

    /** The sections of an export, in order. */
    List<Holding> sections() {
        return personal().stream()
                .filter(holding -> holding.section() != null && holding.under() == null)
                .toList();
    }

    /** What belongs to the rows of this section. */
    List<Holding> under(Holding parent) {
        return personal().stream()
                .filter(holding ->
                        holding.under() != null && holding.under().section().equals(parent.section()))
                .toList();
    }
}
