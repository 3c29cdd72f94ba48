package dev.afterglow.messaging.words;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liqp.TemplateParser;
import liqp.TemplateParser.ErrorMode;
import liqp.exceptions.ExceededMaxIterationsException;
import liqp.exceptions.LiquidException;
import liqp.exceptions.VariableNotExistException;
import liqp.filters.Filter;
import org.springframework.stereotype.Component;

/**
 * The template language of the words, locked down: no file is ever read, loops, templates, results and time are bounded,
 * and a variable that does not exist is an error.
 */
@Component
class Liquid {

    static final Set<String> FILTERS = Stream.concat(
                    BoundedFilter.ALL.stream().map(Filter::getName),
                    TongueFilters.ALL.stream().map(Filter::getName))
            .collect(Collectors.toUnmodifiableSet());

    private static final int MOST_ITERATIONS = 10_000;
    private static final int MOST_TEMPLATE_CHARACTERS = 512 * 1024;
    private static final int LONGEST_NAME = 80;
    private static final Pattern WHERE = Pattern.compile("(?:error )?on line (\\d+), (?:index|column) (\\d+)");

    private final TemplateParser parser;
    private final Offerings offerings;

    Liquid(Offerings offerings) {
        this.offerings = offerings;
        TemplateParser.Builder builder = new TemplateParser.Builder()
                .withErrorMode(ErrorMode.STRICT)
                .withStrictVariables(true)
                .withMaxIterations(MOST_ITERATIONS)
                .withRenderTransformer(new BoundedText())
                .withNameResolver(name -> {
                    throw new WordsRefused("words do not read files");
                });
        BoundedFilter.ALL.forEach(builder::withFilter);
        TongueFilters.ALL.forEach(builder::withFilter);
        this.parser = builder.build();
    }

    /** Reads a template of plain text. */
    LiquidTemplate plain(Source source) {
        return read(source, new Markup.None());
    }

    /** Reads a template of HTML. */
    LiquidTemplate html(Source source) {
        return read(source, new Markup.Html());
    }

    /**
     * Reads a template.
     *
     * @throws WordsRefused with line and reason, when it is wrong
     */
    private LiquidTemplate read(Source source, Markup markup) {
        if (source.text().length() > MOST_TEMPLATE_CHARACTERS) {
            throw refused(
                    source, new WordsRefused("this is longer than %d characters".formatted(MOST_TEMPLATE_CHARACTERS)));
        }
        try {
            return new Nodes(parser, source, markup, offerings.prefixes()).read(parser.parse(source.text()));
        } catch (WordsRefused e) {
            throw refused(source, e);
        } catch (LiquidException e) {
            throw source.at(e.line, e.charPositionInLine)
                    .orElseThrow(() -> e)
                    .refuse(plainly(String.valueOf(e.getMessage())));
        } catch (RuntimeException | StackOverflowError e) {
            throw refused(source, new WordsRefused("this cannot be read"));
        }
    }

    /**
     * Fills a template.
     *
     * @throws WordsRefused naming the variable that does not exist, or the bound that was passed
     */
    String render(LiquidTemplate template, Map<String, Object> values, Tongue tongue) {
        try {
            return String.valueOf(template.root().render(new Rendering(parser, values, tongue)));
        } catch (RuntimeException | StackOverflowError e) {
            throw explained(template.source(), e);
        }
    }

    // why: what the library says can hold a customer's name, so only our own words leave this room.
    private static WordsRefused explained(Source source, Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof VariableNotExistException missing) {
                String name = missing.getVariableName();
                String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
                WordsRefused refused = new WordsRefused("the variable \"%s\" does not exist".formatted(shown));
                return source.of(name).map(refused::at).orElse(refused(source, refused));
            }
            if (cause instanceof WordsRefused refused) {
                return where(source, trouble, refused);
            }
            if (cause instanceof ExceededMaxIterationsException) {
                return refused(
                        source, new WordsRefused("loops go round more than %d times".formatted(MOST_ITERATIONS)));
            }
        }
        return where(source, trouble, new WordsRefused("this cannot be done with the value that stands here"));
    }

    private static WordsRefused where(Source source, Throwable trouble, WordsRefused refused) {
        Matcher where = WHERE.matcher(String.valueOf(trouble.getMessage()));
        if (where.find()) {
            return source.at(Integer.parseInt(where.group(1)), Integer.parseInt(where.group(2)))
                    .map(refused::at)
                    .orElse(refused);
        }
        return refused(source, refused);
    }

    private static WordsRefused refused(Source source, WordsRefused refused) {
        return source.at(0).map(refused::at).orElse(refused);
    }

    private static String plainly(String message) {
        return WHERE.matcher(message).replaceAll("").replaceAll("\\s+", " ").strip();
    }
}
