package dev.afterglow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.order.OrderLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesFileTest {

    private static final String GOOD = """
            # The first that fits.
            decaf:
              title: "*decaf*"
            coffee:
              sku: ["BEAN-*", "X.1"]
              title: ["*coffee*beans*", "*KAFFEE*"]
              guide: {en: "https://shop.example/en", de: "https://shop.example/de"}
            tea:
              sku: TEA
              guide: https://shop.example/tea
            """;

    @Test
    void theFirstThatFitsCounts() {
        List<Category> categories = CategoriesFile.read("shared/categories.yaml", GOOD);

        assertThat(of(categories, "bean-7", "Whatever")).isEqualTo("coffee");
        assertThat(of(categories, null, "Colombian coffee, whole beans ")).isEqualTo("coffee");
        assertThat(of(categories, null, "Grüner Kaffee")).isEqualTo("coffee");
        assertThat(of(categories, "BEAN-7", "Decaf coffee")).isEqualTo("decaf");
        assertThat(of(categories, "X.1", "")).isEqualTo("coffee");
        assertThat(of(categories, "XY1", "")).isEqualTo("other");
        assertThat(of(categories, "TEAPOT", "Teapot")).isEqualTo("other");
        assertThat(of(categories, null, "\nlines\nand coffee\nbeans")).isEqualTo("coffee");
    }

    @Test
    void aGuideIsInTheReadersLanguageOrElseInEnglish() {
        List<Category> categories = CategoriesFile.read("shared/categories.yaml", GOOD);

        assertThat(categories.get(1).guide(Locale.forLanguageTag("de-AT"))).contains("https://shop.example/de");
        assertThat(categories.get(1).guide(Locale.FRENCH)).contains("https://shop.example/en");
        assertThat(categories.get(2).guide(Locale.FRENCH)).contains("https://shop.example/tea");
        assertThat(categories.getFirst().guide(Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Coffee: {sku: a}                       | small letters
            other: {sku: a}                        | small letters
            more: {}                               | nothing says
            more: {sku: a, colour: red}            | "colour" is not known
            more: {sku: "*"}                       | a pattern has
            more: {sku: "*a*b*c*d*"}               | a pattern has
            more: {sku: a, guide: "/guide"}        | a guide is an address
            more: {sku: a, guide: {EN: "https://a"}} | no language
            tea: {sku: a}                          | stands here twice
            more: [a]                              | name: value
            more: {sku: [[a]]}                     | a text
            more: {sku: a                          | expected
            """)
    void whatIsWrongIsNamedWithItsLine(String line, String reason) {
        assertThatThrownBy(() -> CategoriesFile.read("shared/categories.yaml", GOOD + line))
                .isInstanceOf(CategoriesRefused.class)
                .hasMessageContaining("shared/categories.yaml: line 1")
                .hasMessageContaining(reason);
    }

    @Test
    void theOneThatComesWithAfterglowIsRightAndAnEmptyOneHoldsNothing() throws Exception {
        assertThat(CategoriesFile.read("", Files.readString(Path.of("bpmn/shared/categories.yaml"))))
                .extracting(Category::name)
                .containsExactly("perishable", "skincare", "consumable", "clothing", "appliance");
        assertThat(CategoriesFile.read("", "")).isEmpty();
        assertThat(CategoriesFile.read("", "# nothing yet\n")).isEmpty();
    }

    private static String of(List<Category> categories, @Nullable String sku, String title) {
        OrderLine line = new OrderLine("1", null, sku, title, null, 1, null);
        return categories.stream()
                .filter(category -> category.holds(line))
                .findFirst()
                .orElse(Category.OTHER)
                .name();
    }
}
