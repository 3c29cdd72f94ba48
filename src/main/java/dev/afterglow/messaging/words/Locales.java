package dev.afterglow.messaging.words;

import com.ibm.icu.util.ULocale;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which languages to look for, nearest first. */
final class Locales {

    private static final Map<Locale, Set<String>> KEPT = new ConcurrentHashMap<>();
    private static final int MOST_KEPT = 2_000;

    private Locales() {}

    /** Such as pt-BR, pt, then the shop's own; of several shops the one that writes before the main one. */
    static Set<String> nearestFirst(@Nullable Locale wanted, Locale... shops) {
        Set<String> tags = new LinkedHashSet<>();
        if (wanted != null) {
            tags.addAll(withParents(wanted));
        }
        for (Locale shop : shops) {
            tags.addAll(withParents(shop));
        }
        return tags;
    }

    private static Set<String> withParents(Locale locale) {
        if (KEPT.size() > MOST_KEPT) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(locale, Locales::findParents);
    }

    private static Set<String> findParents(Locale locale) {
        Set<String> tags = new LinkedHashSet<>();
        if (locale.getLanguage().isEmpty()) {
            return tags;
        }
        Locale bare = new Locale.Builder()
                .setLanguage(locale.getLanguage())
                .setScript(locale.getScript())
                .setRegion(locale.getCountry())
                .build();
        // why: zh-TW is written in other characters than zh; the likely script keeps them apart, as the CLDR does.
        String script = ULocale.addLikelySubtags(ULocale.forLocale(bare)).getScript();
        String usual = ULocale.addLikelySubtags(new ULocale(bare.getLanguage())).getScript();
        tags.add(bare.toLanguageTag());
        if (!bare.getScript().isEmpty() || !script.equals(usual)) {
            tags.add(bare.getLanguage() + "-" + script);
        }
        if (!bare.getCountry().isEmpty() && script.equals(usual)) {
            tags.add(bare.getLanguage() + "-" + bare.getCountry());
        }
        tags.add(bare.getLanguage());
        return tags;
    }
}
