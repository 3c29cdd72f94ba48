package dev.afterglow.messaging.words;

import java.util.LinkedHashMap;
import java.util.Map;
import liqp.TemplateContext;
import liqp.TemplateParser;

/** One filling-in of one template: the values, the customer's way of writing, and what is left of the budget. */
final class Rendering extends TemplateContext {

    private final Tongue tongue;
    private final Budget budget;

    Rendering(TemplateParser parser, Map<String, Object> values, Tongue tongue) {
        super(null, parser, new LinkedHashMap<>(values));
        this.tongue = tongue;
        this.budget = new Budget();
    }

    private Rendering(Map<String, Object> values, Rendering parent) {
        super(values, parent);
        this.tongue = parent.tongue;
        this.budget = parent.budget;
    }

    @Override
    public TemplateContext newChildContext(Map<String, Object> values) {
        return new Rendering(values, this);
    }

    static Tongue tongue(TemplateContext context) {
        return ((Rendering) context).tongue;
    }

    static Budget budget(TemplateContext context) {
        return ((Rendering) context).budget;
    }
}
