package dev.afterglow.messaging.words;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything words may speak of, for the reference page and for saying what is taken. */
final class Vocabulary {

    /** The names everything begins with; words may not give them to something else. */
    static final Set<String> ROOTS = Set.of(
            "customer",
            "order",
            "shop",
            "links",
            "locale",
            "language",
            "direction",
            "subject",
            "preheader",
            "content",
            "forloop");

    /**
     * One name.
     *
     * @param name as in words; {@code line} is one of {@code order.lines}
     */
    record Entry(String name, String meaning) {}

    static final List<Entry> ENTRIES = List.of(
            new Entry("customer.first_name", "first name"),
            new Entry("customer.last_name", "last name"),
            new Entry("customer.name", "first and last name"),
            new Entry("customer.returning", "true for those who had bought before this order"),
            new Entry("order.id", "the shop's own id of the order"),
            new Entry("order.number", "what the customer knows the order by, such as #1001"),
            new Entry("order.link", "the order's page in the shop, where the shop named one"),
            new Entry("order.total", "what was charged, written as the customer writes money"),
            new Entry("order.currency", "the currency, such as EUR"),
            new Entry("order.placed_at", "when it was placed; a date"),
            new Entry("order.paid_at", "when it was paid; a date"),
            new Entry("order.delivered_at", "when all of it had arrived; a date"),
            new Entry("order.gift", "true when somebody else gets it"),
            new Entry("order.ship_to", "where it goes; ask with if whether it is known before naming something in it"),
            new Entry("order.ship_to.name", "who gets it"),
            new Entry("order.ship_to.lines", "street and whatever stands above the city: a list"),
            new Entry("order.ship_to.postcode", "postcode"),
            new Entry("order.ship_to.city", "city"),
            new Entry("order.ship_to.region", "state or province, as the shop codes it"),
            new Entry("order.ship_to.country", "the country, in the customer's language"),
            new Entry("order.item_count", "how many things were bought; a number"),
            new Entry("order.lines", "what was bought: a list to go through with for; order.lines.size is a number"),
            new Entry("line.title", "name of the product"),
            new Entry("line.variant", "such as the size or colour"),
            new Entry("line.sku", "the shop's own number of the product"),
            new Entry("line.quantity", "how many of it; a number"),
            new Entry("line.price", "the price of one, written as the customer writes money"),
            new Entry("line.total", "the price of all of this line"),
            new Entry("line.kept", "true when it has arrived and has not gone back"),
            new Entry("shop.name", "name of the shop"),
            new Entry("shop.url", "its front page"),
            new Entry("shop.policies", "how to change, cancel and send back, where the shop named a page"),
            new Entry("links.view", "the message in a browser"),
            new Entry("links.preferences", "where customers say what they want to hear"),
            new Entry("links.unsubscribe", "where one click ends messages of this kind; always there in marketing"),
            new Entry("links.confirm", "where a new subscriber confirms"),
            new Entry("locale", "the language of these words, such as pt-BR"),
            new Entry("language", "their language alone, such as pt"),
            new Entry("direction", "ltr, or rtl for languages written from right to left"),
            new Entry("subject", "the subject, for use in layouts"),
            new Entry("preheader", "the preheader, for use in layouts"));

    private Vocabulary() {}

    /**
     * The reference page, from what the code knows.
     *
     * @param offered the names other rooms give
     */
    static String page(List<Entry> offered) {
        StringBuilder page = new StringBuilder(BEGINNING);
        Stream.concat(ENTRIES.stream(), offered.stream())
                .forEach(entry -> page.append("| `%s` | %s |\n".formatted(entry.name(), entry.meaning())));
        page.append(FILTERS);
        page.append(String.join(
                ", ", Liquid.FILTERS.stream().sorted().map("`%s`"::formatted).toList()));
        page.append(TAGS);
        return page.toString();
    }

    private static final String BEGINNING = """
            # What words may say

            Made from the code; a test compares it. How to write words: [the marketer's guide](../guide/marketer.md).

            ## Names

            What is not known is empty, and counts as no in `{% if %}`. `line` is one of `order.lines`, inside a loop.

            | name | means |
            |---|---|
            """;

    private static final String FILTERS = """

            ## Filters

            Our own: `date` (short, medium, long, full, time, weekday, day, month, or a pattern with percent signs),
            `number`, `plural` (`zero`, `one`, `two`, `few`, `many`, `other`; `#` stands for the number), and `raw`. All that
            there are, each within bounds:

            """;

    private static final String TAGS = """
            .

            ## Tags

            `if`, `elsif`, `else`, `unless`, `case`, `when`, `for`, `break`, `continue`, `assign`, `capture`, `comment`.
            """;
}
