package dev.afterglow.messaging.words;

import java.util.LinkedHashMap;
import java.util.Map;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.TemplateParser.ErrorMode;
import liqp.exceptions.LiquidException;
import liqp.nodes.LNode;
import liqp.tags.Tag;
import org.springframework.stereotype.Component;

/**
 * The template language of the words, locked down: no file is ever read, loops, templates and results are bounded, and
 * a variable that does not exist is an error.
 */
@Component
class Liquid {

    private static final int MOST_ITERATIONS = 10_000;
    private static final int MOST_CHARACTERS = 512 * 1024;
    private static final long MOST_TEMPLATE_BYTES = 128 * 1024;

    private final TemplateParser parser;

    Liquid() {
        TemplateParser.Builder builder = new TemplateParser.Builder()
                .withErrorMode(ErrorMode.STRICT)
                .withStrictVariables(true)
                .withMaxIterations(MOST_ITERATIONS)
                .withMaxSizeRenderedString(MOST_CHARACTERS)
                .withMaxTemplateSizeBytes(MOST_TEMPLATE_BYTES)
                .withTag(new NoInclude("include"))
                .withTag(new NoInclude("include_relative"))
                .withTag(new NoInclude("render"))
                .withNameResolver(name -> {
                    throw new WordsRefused("\"%s\" is not included: words do not read files".formatted(name));
                });
        BoundedFilter.ALL.forEach(builder::withFilter);
        this.parser = builder.build();
    }

    /**
     * Reads a template.
     *
     * @throws WordsRefused with line and reason, when it is wrong
     */
    LiquidTemplate parse(String source) {
        try {
            return new LiquidTemplate(parser.parse(source));
        } catch (LiquidException e) {
            throw new WordsRefused("line %d: %s".formatted(e.line, e.getMessage()), e);
        } catch (RuntimeException e) {
            throw new WordsRefused(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Fills a template.
     *
     * @throws WordsRefused naming the variable that does not exist, or the bound that was passed
     */
    String render(LiquidTemplate template, Map<String, Object> values) {
        TemplateContext context = new TemplateContext(template.parsed(), parser, new LinkedHashMap<>(values));
        template.turn().lock();
        try {
            return template.parsed().renderUnguarded(context);
        } catch (WordsRefused refused) {
            throw refused;
        } catch (RuntimeException e) {
            throw new WordsRefused(String.valueOf(e.getMessage()), e);
        } finally {
            template.turn().unlock();
        }
    }

    private static final class NoInclude extends Tag {

        NoInclude(String name) {
            super(name);
        }

        @Override
        public Object render(TemplateContext context, LNode... nodes) {
            throw new WordsRefused("the tag \"%s\" is not allowed: words do not read files".formatted(name));
        }
    }
}
