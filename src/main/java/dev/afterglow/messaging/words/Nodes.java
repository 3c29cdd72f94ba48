package dev.afterglow.messaging.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liqp.Template;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.nodes.BlockNode;
import liqp.nodes.FilterNode;
import liqp.nodes.InsertionNode;
import liqp.nodes.LNode;
import liqp.nodes.LookupNode;
import liqp.org.antlr.v4.runtime.ParserRuleContext;
import liqp.parser.v4.NodeVisitor;
import liquid.parser.v4.LiquidParser.AssignmentContext;
import liquid.parser.v4.LiquidParser.AtomContext;
import liquid.parser.v4.LiquidParser.Atom_othersContext;
import liquid.parser.v4.LiquidParser.BlockContext;
import liquid.parser.v4.LiquidParser.Capture_tag_IdContext;
import liquid.parser.v4.LiquidParser.FilterContext;
import liquid.parser.v4.LiquidParser.For_arrayContext;
import liquid.parser.v4.LiquidParser.For_rangeContext;
import liquid.parser.v4.LiquidParser.IndexContext;
import liquid.parser.v4.LiquidParser.Lookup_id_indexesContext;
import liquid.parser.v4.LiquidParser.OutputContext;
import org.jspecify.annotations.Nullable;

/** Makes what is filled in out of what was read: values are escaped for the place they stand in. */
final class Nodes extends NodeVisitor {

    private static final Set<String> MAY_BE_RAW =
            Set.of("shop.name", "shop.url", "links.view", "links.preferences", "links.unsubscribe", "links.confirm");

    private final Source source;
    private final Markup markup;
    private final Set<String> offered;
    private final Map<String, String> named = new HashMap<>();
    private final Set<String> spokenOf = new HashSet<>();

    Nodes(TemplateParser parser, Source source, Markup markup, Set<String> offered) {
        super(parser.insertions, parser.filters, parser.liquidStyleInclude);
        this.offered = offered;
        this.source = source;
        this.markup = markup;
    }

    @Override
    public BlockNode visitBlock(BlockContext block) {
        BlockNode node = new BlockNode();
        for (AtomContext child : block.atom()) {
            LNode made = visit(child);
            node.add(made instanceof InsertionNode ? new Step(made) : made);
        }
        return node;
    }

    @Override
    public LNode visitAtom_others(Atom_othersContext words) {
        markup.follow(words.getText());
        return super.visitAtom_others(words);
    }

    @Override
    public LNode visitOutput(OutputContext output) {
        List<? extends FilterContext> filters = output.filter();
        String expression = (output.evaluate == null ? output.term() : output.evaluate).getText();
        if (filters.isEmpty() && "capture".equals(named.get(expression))) {
            return super.visitOutput(output);
        }
        if (filters.stream().anyMatch(filter -> filter.Id().getText().equals("raw"))) {
            checkRaw(expression, filters, output);
            return new Output(visit(output.evaluate == null ? output.term() : output.evaluate), Escaping.PLAIN);
        }
        try {
            return new Output(super.visitOutput(output), markup.escaping());
        } catch (WordsRefused refused) {
            throw at(output, refused);
        }
    }

    private void checkRaw(String expression, List<? extends FilterContext> filters, OutputContext output) {
        if (filters.size() > 1 || !MAY_BE_RAW.contains(expression)) {
            throw at(
                    output,
                    new WordsRefused("\"raw\" may only follow "
                            + String.join(", ", MAY_BE_RAW.stream().sorted().toList()) + ", and no other filter"));
        }
    }

    @Override
    public FilterNode visitFilter(FilterContext filter) {
        String name = filter.Id().getText();
        if (!Liquid.FILTERS.contains(name)) {
            throw at(filter, new WordsRefused("the filter \"%s\" is not known".formatted(name)));
        }
        return super.visitFilter(filter);
    }

    @Override
    public LNode visitAssignment(AssignmentContext assignment) {
        names("assign", assignment.id().getText(), assignment);
        return super.visitAssignment(assignment);
    }

    @Override
    public LNode visitCapture_tag_Id(Capture_tag_IdContext capture) {
        names("capture", capture.id().getText(), capture);
        return super.visitCapture_tag_Id(capture);
    }

    @Override
    public LNode visitFor_array(For_arrayContext loop) {
        names("for", loop.id().getText(), loop);
        return super.visitFor_array(loop);
    }

    @Override
    public LNode visitFor_range(For_rangeContext loop) {
        names("for", loop.id().getText(), loop);
        return super.visitFor_range(loop);
    }

    private void names(String tag, String name, ParserRuleContext context) {
        if (Vocabulary.ROOTS.contains(name) || offered.contains(name)) {
            throw at(context, new WordsRefused("the name \"%s\" is taken: choose another one".formatted(name)));
        }
        // why: captured words are printed as they are, so nothing else may come under their name.
        String before = named.putIfAbsent(name, tag);
        if (before != null && !before.equals(tag) && (before.equals("capture") || tag.equals("capture"))) {
            throw at(context, new WordsRefused("\"%s\" is captured: choose another name".formatted(name)));
        }
    }

    @Override
    public LookupNode visitLookup_id_indexes(Lookup_id_indexesContext lookup) {
        LookupNode node = new LookupNode(lookup.id().getText());
        spokenOf.add(lookup.id().getText());
        for (IndexContext index : lookup.index()) {
            node.add(
                    index.Dot() == null
                            ? new Index(visit(index.expr()), index.expr().getText())
                            : new LookupNode.Hash(index.id2().getText()));
        }
        return node;
    }

    private WordsRefused at(ParserRuleContext context, WordsRefused refused) {
        return source.at(context.start.getLine(), context.start.getCharPositionInLine())
                .map(refused::at)
                .orElse(refused);
    }

    /** Reads the template. */
    LiquidTemplate read(Template template) {
        BlockNode root = (BlockNode) visit(template.getParseTree());
        return new LiquidTemplate(root, source, Set.copyOf(spokenOf));
    }

    // why: a tag that prints nothing costs time too, and a loop may hold thousands.
    private record Step(LNode tag) implements LNode {

        @Override
        public Object render(TemplateContext context) {
            Rendering.budget(context).spend(1);
            return tag.render(context);
        }
    }

    private record Output(LNode value, Escaping escaping) implements LNode {

        @Override
        public Object render(TemplateContext context) {
            return escaping.print(value.render(context), Rendering.tongue(context));
        }
    }

    // why: the library's own keeps the key of the last lookup, and two threads at once read each other's.
    private record Index(LNode key, String text) implements LookupNode.Indexable {

        @Override
        public @Nullable Object get(Object value, TemplateContext context) {
            return new LookupNode.Index(key, text).get(value, context);
        }

        @Override
        public String toString() {
            return "[" + text + "]";
        }
    }
}
