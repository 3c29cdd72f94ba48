package dev.afterglow.messaging.words;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import liqp.TemplateContext;
import liqp.filters.Filter;
import liqp.filters.Filters;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the library within bounds. Without them a template of three lines could double a text until the memory is
 * full.
 */
final class BoundedFilter extends Filter {

    /** Every filter words may use, besides our own. */
    static final List<BoundedFilter> ALL = Stream.of(
                    "abs",
                    "append",
                    "at_least",
                    "at_most",
                    "capitalize",
                    "ceil",
                    "compact",
                    "concat",
                    "default",
                    "divided_by",
                    "downcase",
                    "first",
                    "floor",
                    "join",
                    "last",
                    "lstrip",
                    "map",
                    "minus",
                    "modulo",
                    "plus",
                    "prepend",
                    "remove",
                    "remove_first",
                    "replace",
                    "replace_first",
                    "reverse",
                    "round",
                    "rstrip",
                    "size",
                    "slice",
                    "sort",
                    "sort_natural",
                    "split",
                    "strip",
                    "strip_html",
                    "strip_newlines",
                    "times",
                    "truncate",
                    "truncatewords",
                    "uniq",
                    "upcase",
                    "url_encode",
                    "where")
            .map(BoundedFilter::new)
            .toList();

    private static final long LARGEST = 1024L * 1024;

    private final Filter filter;

    private BoundedFilter(String name) {
        super(name);
        this.filter = Filters.DEFAULT_FILTERS.get(name);
    }

    @Override
    public Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
        long added = Stream.of(params).mapToLong(BoundedFilter::size).sum();
        // why: "join" and "replace" put the parameter between everything, which is the worst any filter can do.
        long worst = size(value) * Math.max(1, added) + added;
        if (worst > LARGEST) {
            throw new WordsRefused("the filter \"%s\" would make something too long".formatted(name));
        }
        Object made = filter.apply(value, context, params);
        Rendering.budget(context).spend(size(made));
        return made;
    }

    private static long size(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Collection<?> items ->
                items.stream().mapToLong(BoundedFilter::size).sum() + items.size();
            case Object[] items ->
                Stream.of(items).mapToLong(BoundedFilter::size).sum() + items.length;
            default -> value.toString().length();
        };
    }
}
