package dev.afterglow.catalog;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the shop's categories, in the order they are written. */
final class CategoriesFile {

    private static final Set<String> NAMES = Set.of("sku", "title", "guide");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern WEB = Pattern.compile("https?://\\S+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int LONGEST = 100;
    private static final int MOST_STARS = 4;

    private final String file;

    private CategoriesFile(String file) {
        this.file = file;
    }

    /**
     * Reads it; an empty file holds none.
     *
     * @param file path below {@code bpmn/}
     * @throws CategoriesRefused with the line
     */
    static List<Category> read(String file, String yaml) {
        return new CategoriesFile(file).categories(yaml);
    }

    private List<Category> categories(String yaml) {
        Node root = root(yaml);
        List<Category> categories = new ArrayList<>();
        if (root != null) {
            named(root).forEach((name, node) -> categories.add(category(name, node)));
        }
        return List.copyOf(categories);
    }

    private @Nullable Node root(String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            throw new CategoriesRefused(file, e.getProblemMark().getLine() + 1, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw new CategoriesRefused(file, 1, "the file cannot be read");
        }
    }

    private Category category(String name, Node node) {
        if (!NAME.matcher(name).matches() || name.equals(Category.OTHER.name())) {
            throw refused(node, "a category's name must be small letters, digits and dashes, and not \"other\"");
        }
        Map<String, Node> lines = named(node);
        lines.forEach((line, value) -> {
            if (!NAMES.contains(line)) {
                throw refused(value, "\"%s\" is not known here; there are sku, title and guide".formatted(line));
            }
        });
        if (!lines.containsKey("sku") && !lines.containsKey("title")) {
            throw refused(node, "nothing says what belongs to it: \"sku\" or \"title\"");
        }
        return new Category(name, patterns(lines.get("sku")), patterns(lines.get("title")), guides(lines.get("guide")));
    }

    private List<Pattern> patterns(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        Stream<Node> items = node instanceof SequenceNode list ? list.getValue().stream() : Stream.of(node);
        return items.map(this::pattern).toList();
    }

    private Pattern pattern(Node node) {
        String text = text(node);
        long stars = text.chars().filter(letter -> letter == '*').count();
        if (text.length() > LONGEST || stars > MOST_STARS || stars == text.length()) {
            throw refused(
                    node,
                    "a pattern has %d characters and %d stars at most, and says something beside them"
                            .formatted(LONGEST, MOST_STARS));
        }
        return Category.pattern(text);
    }

    private Map<String, String> guides(@Nullable Node node) {
        if (node == null) {
            return Map.of();
        }
        Map<String, String> guides = new LinkedHashMap<>();
        if (node instanceof MappingNode) {
            named(node).forEach((language, address) -> {
                if (!LANGUAGE.matcher(language).matches()) {
                    throw refused(address, "\"%s\" is no language such as en".formatted(language));
                }
                guides.put(language, address(address));
            });
        } else {
            guides.put("", address(node));
        }
        return Map.copyOf(guides);
    }

    private String address(Node node) {
        String address = text(node);
        if (!WEB.matcher(address).matches()) {
            throw refused(node, "a guide is an address such as https://shop.example/guides/coffee");
        }
        return address;
    }

    private Map<String, Node> named(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused(node, "here must be lines of \"name: value\"");
        }
        Map<String, Node> named = new LinkedHashMap<>();
        for (NodeTuple line : mapping.getValue()) {
            if (named.put(text(line.getKeyNode()), line.getValueNode()) != null) {
                throw refused(line.getKeyNode(), "\"%s\" stands here twice".formatted(text(line.getKeyNode())));
            }
        }
        return named;
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw refused(node, "here must be a text");
    }

    private CategoriesRefused refused(Node node, String reason) {
        return new CategoriesRefused(file, node.getStartMark().getLine() + 1, reason);
    }
}
