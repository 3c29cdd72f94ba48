package dev.afterglow.messaging.words;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import liqp.TemplateContext;
import liqp.filters.Filter;
import liqp.filters.Filters;
import org.jspecify.annotations.Nullable;

/**
 * A filter whose result can be longer than what went in. A template of three lines could otherwise double a text until
 * the memory is full.
 */
class BoundedFilter extends Filter {

    static final List<BoundedFilter> ALL = Stream.of(
                    "append",
                    "prepend",
                    "replace",
                    "replace_first",
                    "join",
                    "newline_to_br",
                    "concat",
                    "push",
                    "unshift")
            .filter(name -> Filters.DEFAULT_FILTERS.get(name) != null)
            .map(BoundedFilter::new)
            .toList();

    private static final long LARGEST = 4L * 1024 * 1024;

    private final Filter filter;

    private BoundedFilter(String name) {
        super(name);
        this.filter = Filters.DEFAULT_FILTERS.get(name);
    }

    @Override
    public Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
        long added = Stream.of(params).mapToLong(BoundedFilter::size).sum();
        // why: the product is the worst that "replace" can do, and more than any other of these can.
        if (size(value) * Math.max(1, added) > LARGEST) {
            throw new WordsRefused("the filter \"%s\" would make something too long".formatted(name));
        }
        return filter.apply(value, context, params);
    }

    private static long size(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Collection<?> items -> items.size();
            case Object[] items -> items.length;
            default -> value.toString().length();
        };
    }
}
