package dev.afterglow.messaging.words;

import liqp.RenderTransformer;
import liqp.TemplateContext;

/** Puts results together, and counts them against the budget. */
final class BoundedText implements RenderTransformer {

    private static final int MOST_CHARACTERS = 1024 * 1024;

    @Override
    public ObjectAppender.Controller newObjectAppender(TemplateContext context, int pieces) {
        Budget budget = Rendering.budget(context);
        budget.spend(1);
        return new Text(budget);
    }

    @Override
    public Object transformObject(TemplateContext context, Object made) {
        return made.toString();
    }

    private static final class Text implements ObjectAppender.Controller {

        private final Budget budget;
        private final StringBuilder text = new StringBuilder();

        Text(Budget budget) {
            this.budget = budget;
        }

        @Override
        public void append(Object piece) {
            String words = piece.toString();
            budget.spend(words.length());
            if (text.length() + words.length() > MOST_CHARACTERS) {
                throw new WordsRefused("this would become longer than %d characters".formatted(MOST_CHARACTERS));
            }
            text.append(words);
        }

        @Override
        public Object getResult() {
            return text.toString();
        }
    }
}
