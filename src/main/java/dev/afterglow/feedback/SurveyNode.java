package dev.afterglow.feedback;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** A piece of a survey's file; says file and line of what is wrong with it. */
record SurveyNode(String file, Node node) {

    private static final int LONGEST = 500;

    /** The whole file. */
    static SurveyNode read(String file, String yaml) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root != null) {
                return new SurveyNode(file, root);
            }
            throw new SurveyRefused(file, 1, "the file is empty");
        } catch (MarkedYAMLException e) {
            throw new SurveyRefused(file, e.getProblemMark().getLine() + 1, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw new SurveyRefused(file, 1, "the file cannot be read");
        }
    }

    /** What stands here by name. */
    Map<String, SurveyNode> named() {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse("here must be lines of \"name: value\"");
        }
        Map<String, SurveyNode> named = new LinkedHashMap<>();
        for (NodeTuple line : mapping.getValue()) {
            SurveyNode key = new SurveyNode(file, line.getKeyNode());
            if (named.put(key.text(), new SurveyNode(file, line.getValueNode())) != null) {
                throw key.refuse("\"%s\" stands here twice".formatted(key.text()));
            }
        }
        return named;
    }

    /** What stands here by name, refusing every other name. */
    Map<String, SurveyNode> only(List<String> names) {
        Map<String, SurveyNode> named = named();
        named.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw value.refuse("\"%s\" is not known here; there are %s".formatted(name, String.join(", ", names)));
            }
        });
        return named;
    }

    /** What must stand here under that name. */
    SurveyNode required(String name) {
        return find(name).orElseThrow(() -> refuse("\"%s\" is missing".formatted(name)));
    }

    Optional<SurveyNode> find(String name) {
        return Optional.ofNullable(named().get(name));
    }

    /** What stands in the list here. */
    List<SurveyNode> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new SurveyNode(file, item))
                    .toList();
        }
        throw refuse("here must be a list");
    }

    /** The plain text that stands here. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            String text = scalar.getValue().strip();
            if (text.length() <= LONGEST) {
                return text;
            }
            throw refuse("this is longer than %d characters".formatted(LONGEST));
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

    SurveyRefused refuse(String reason) {
        return new SurveyRefused(file, node.getStartMark().getLine() + 1, reason);
    }
}
