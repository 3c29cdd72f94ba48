package dev.afterglow.messaging.words;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/** The filters that write numbers, dates and plurals as the customer does. */
final class TongueFilters {

    static final List<Filter> ALL = List.of(new Dates(), new Numbers(), new Plurals());

    private TongueFilters() {}

    private static final class Dates extends Filter {

        Dates() {
            super("date");
        }

        @Override
        public Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
            String style = params.length == 0 ? "long" : String.valueOf(params[0]);
            return switch (value) {
                case ZonedDateTime moment -> Rendering.tongue(context).date(moment, style);
                case Boolean missing when !missing -> false;
                case null, default -> throw new WordsRefused("the filter \"date\" wants a date");
            };
        }
    }

    private static final class Numbers extends Filter {

        Numbers() {
            super("number");
        }

        @Override
        public Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
            return Rendering.tongue(context).number(numeric("number", value));
        }
    }

    private static final class Plurals extends Filter {

        private static final Set<String> CATEGORIES = Set.of("zero", "one", "two", "few", "many", "other");

        Plurals() {
            super("plural");
        }

        @Override
        public Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
            Map<String, String> forms = forms(params);
            BigDecimal number = numeric("plural", value);
            Tongue tongue = Rendering.tongue(context);
            String category = number.signum() == 0 && forms.containsKey("zero") ? "zero" : tongue.plural(number);
            String form = forms.getOrDefault(category, String.valueOf(forms.get("other")));
            return form.replace("#", tongue.number(number));
        }

        private static Map<String, String> forms(@Nullable Object... params) {
            Map<String, String> forms = new LinkedHashMap<>();
            for (Object param : params) {
                if (!(param instanceof Map<?, ?> pair)) {
                    throw new WordsRefused(
                            "the filter \"plural\" is written as: plural: one: \"# pair\", other: \"# pairs\"");
                }
                pair.forEach((category, form) -> forms.put(String.valueOf(category), String.valueOf(form)));
            }
            forms.keySet().stream()
                    .filter(word -> !CATEGORIES.contains(word))
                    .findFirst()
                    .ifPresent(word -> {
                        throw new WordsRefused(
                                "\"%s\" is no plural; there are zero, one, two, few, many, other".formatted(word));
                    });
            if (!forms.containsKey("other")) {
                throw new WordsRefused("the filter \"plural\" wants at least the form \"other\"");
            }
            return forms;
        }
    }

    private static BigDecimal numeric(String filter, @Nullable Object value) {
        if (value instanceof Number) {
            return new BigDecimal(value.toString());
        }
        throw new WordsRefused("the filter \"%s\" wants a number".formatted(filter));
    }
}
