package dev.afterglow.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void everyNameIsListedAndEveryListedNameIsThere() {
        Shops shop = SomeShops.one("Shop", null, "a@b.example", Locale.ENGLISH, ZoneOffset.UTC);
        Map<String, Object> values = Values.of(
                WordsRoom.sample("first-order"), shop.main(), Map.of(), new Tongue(Locale.ENGLISH, ZoneOffset.UTC));
        Set<String> names = new LinkedHashSet<>(Set.of("subject", "preheader"));
        values.forEach((name, value) -> collect(names, name, value));
        assertThat(Vocabulary.ENTRIES.stream().map(Vocabulary.Entry::name)).containsExactlyInAnyOrderElementsOf(names);
    }

    private static void collect(Set<String> names, String name, Object value) {
        if (value instanceof Map<?, ?> group) {
            if (name.contains(".")) {
                names.add(name);
            }
            group.forEach((inner, of) -> collect(names, name + "." + inner, of));
            return;
        }
        names.add(name);
        if (value instanceof List<?> list && list.getFirst() instanceof Map<?, ?> line) {
            line.forEach((inner, of) -> collect(names, "line." + inner, of));
        }
    }
}
