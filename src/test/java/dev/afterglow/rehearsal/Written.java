package dev.afterglow.rehearsal;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

/** A piece of a file of examples; says file and line of what is wrong with it. */
record Written(String file, Node node) {

    /** The whole file. */
    static Written read(String file, String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root != null) {
                return new Written(file, root);
            }
            throw new ExamplesRefused(file, 1, "the file is empty");
        } catch (MarkedYAMLException e) {
            throw new ExamplesRefused(file, e.getProblemMark().getLine() + 1, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw new ExamplesRefused(file, 1, "the file cannot be read");
        }
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** What stands here by name, in the order it was written. */
    Map<String, Written> named() {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse("here must be lines of \"name: value\"");
        }
        Map<String, Written> named = new LinkedHashMap<>();
        for (NodeTuple line : mapping.getValue()) {
            Written key = new Written(file, line.getKeyNode());
            if (named.put(key.text(), new Written(file, line.getValueNode())) != null) {
                throw key.refuse("\"%s\" stands here twice".formatted(key.text()));
            }
        }
        return named;
    }

    /** What stands here by name, refusing every other name. */
    Map<String, Written> only(List<String> names) {
        Map<String, Written> named = named();
        named.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw value.refuse("\"%s\" is not known here; there are %s".formatted(name, String.join(", ", names)));
            }
        });
        return named;
    }

    Optional<Written> find(String name) {
        return Optional.ofNullable(named().get(name));
    }

    /** What must stand here under that name. */
    Written required(String name) {
        return find(name).orElseThrow(() -> refuse("\"%s\" is missing".formatted(name)));
    }

    /** What stands in the list here; a single thing is a list of one. */
    List<Written> items() {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream()
                        .map(item -> new Written(file, item))
                        .toList()
                : List.of(this);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    /** The plain text that stands here. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw refuse("here must be a text");
    }

    /** One of these words. */
    String word(List<String> words) {
        if (!words.contains(text())) {
            throw refuse("\"%s\" is not known here; there are %s".formatted(text(), String.join(", ", words)));
        }
        return text();
    }

    /**
     * What the text means.
     *
     * @param such an example of what it must be
     */
    <T> T as(Function<String, T> meaning, String such) {
        try {
            return meaning.apply(text());
        } catch (RuntimeException e) {
            if (e instanceof ExamplesRefused) {
                throw e;
            }
            throw refuse("\"%s\" must be %s".formatted(text(), such));
        }
    }

    ExamplesRefused refuse(String reason) {
        return new ExamplesRefused(file, line(), reason);
    }
}
