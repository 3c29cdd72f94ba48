package dev.afterglow.messaging.words;

import dev.afterglow.customer.Topic;
import dev.afterglow.order.ParcelStatus;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The lines of {@code name: value} at the beginning of a file of words. */
final class FrontMatter {

    private static final Set<String> KEYS = Set.of(
            "subject",
            "preheader",
            "purpose",
            "topic",
            "product",
            "parcel",
            "expires",
            "urgent",
            "once",
            "track",
            "fields");

    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,4})W");

    /** A value, and where it stands. */
    record Value(String text, Place place) {

        Source source() {
            return Source.of(text, place);
        }
    }

    private final Place begin;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Value> fields = new LinkedHashMap<>();

    /**
     * Reads front matter.
     *
     * @param yaml begins in line 2 of the file
     * @throws WordsRefused when it is no YAML, or has a name nobody knows
     */
    FrontMatter(String file, String yaml) {
        this.begin = new Place(file, 1);
        for (NodeTuple line : mapping(file, root(file, yaml))) {
            Value key = value(file, line.getKeyNode());
            if (!KEYS.contains(key.text())) {
                throw key.place()
                        .refuse("front matter does not know \"%s\"; it knows %s"
                                .formatted(key.text(), KEYS.stream().sorted().toList()));
            }
            if (key.text().equals("fields")) {
                mapping(file, line.getValueNode()).forEach(field -> put(fields, file, field));
            } else {
                put(values, file, line);
            }
        }
    }

    private static void put(Map<String, Value> values, String file, NodeTuple line) {
        Value key = value(file, line.getKeyNode());
        if (values.put(key.text(), value(file, line.getValueNode())) != null) {
            throw key.place().refuse("\"%s\" stands here twice".formatted(key.text()));
        }
    }

    private static Node root(String file, String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root != null) {
                return root;
            }
            throw new Place(file, 2).refuse("front matter is empty");
        } catch (MarkedYAMLException e) {
            throw new Place(file, e.getProblemMark().getLine() + 2).refuse("front matter: " + e.getProblem());
        } catch (YAMLException e) {
            throw new Place(file, 2).refuse("front matter cannot be read");
        }
    }

    private static List<NodeTuple> mapping(String file, Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        throw place(file, node).refuse("here must be lines of \"name: value\"");
    }

    private static Value value(String file, Node node) {
        if (node instanceof ScalarNode scalar && node.getTag().startsWith("tag:yaml.org,2002:")) {
            return new Value(scalar.getValue(), place(file, node));
        }
        throw place(file, node).refuse("here must be one plain value");
    }

    private static Place place(String file, Node node) {
        return new Place(file, node.getStartMark().getLine() + 2);
    }

    /** What it says, or an empty text. */
    Value optional(String name) {
        return values.getOrDefault(name, new Value("", begin));
    }

    /** What it must say. */
    Value required(String name) {
        Value value = optional(name);
        if (value.text().isBlank()) {
            throw value.place().refuse("front matter: \"%s\" is missing".formatted(name));
        }
        return value;
    }

    /** What else the channel wants to know. */
    Map<String, Value> fields() {
        return fields;
    }

    /** True when links to other sites shall lead through an address of ours, which counts. */
    boolean track() {
        return choice("track", "false", List.of("true", "false")).equals("true");
    }

    /** What the policies judge by. */
    Traits traits() {
        Purpose purpose = Purpose.of(choice("purpose", null, List.of("service", "marketing")));
        String topic = choice(
                "topic",
                Traits.of(purpose).topic().word(),
                List.of(Topic.values()).stream().map(Topic::word).toList());
        return new Traits(
                purpose,
                Topic.of(topic),
                choice("product", "none", List.of("kept", "none")).equals("kept"),
                expires(),
                choice("urgent", "false", List.of("true", "false")).equals("true"),
                choice("once", "false", List.of("true", "false")).equals("true"),
                parcel());
    }

    private Set<ParcelStatus> parcel() {
        Value value = optional("parcel");
        Set<ParcelStatus> statuses = EnumSet.noneOf(ParcelStatus.class);
        for (String word : value.text().isBlank() ? new String[0] : value.text().split(",", -1)) {
            try {
                statuses.add(ParcelStatus.of(word.strip()));
            } catch (IllegalArgumentException unknown) {
                throw value.place()
                        .refuse(
                                "parcel is \"%s\", but must be a status such as out-for-delivery, or several with commas"
                                        .formatted(value.text()));
            }
        }
        return statuses;
    }

    private String choice(String name, @Nullable String otherwise, List<String> choices) {
        Value value = otherwise == null ? required(name) : optional(name);
        String word = value.text().isBlank() && otherwise != null ? otherwise : value.text();
        if (!choices.contains(word.toLowerCase(Locale.ROOT))) {
            throw value.place()
                    .refuse("%s is \"%s\", but must be %s".formatted(name, word, String.join(" or ", choices)));
        }
        return word.toLowerCase(Locale.ROOT);
    }

    private @Nullable Duration expires() {
        Value value = optional("expires");
        if (value.text().isBlank()) {
            return null;
        }
        try {
            Duration time = weeksAsDays(value.text());
            if (time.isPositive()) {
                return time;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // why: what is wrong with it is said below, for every kind of wrong.
        }
        throw value.place().refuse("expires is \"%s\", but must be like P3D, P2W or PT12H".formatted(value.text()));
    }

    private static Duration weeksAsDays(String text) {
        Matcher weeks = WEEKS.matcher(text);
        return weeks.matches() ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1))) : Duration.parse(text);
    }
}
