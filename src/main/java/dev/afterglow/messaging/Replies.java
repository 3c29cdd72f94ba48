package dev.afterglow.messaging;

import dev.afterglow.shop.Shop;
import dev.afterglow.shop.Shops;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is answered to STOP, START and HELP, in the customer's language. No marketing in any of it. */
@Component
class Replies {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Shops shops;

    Replies(Shops shops) {
        this.shops = shops;
    }

    String stopped(Circle circle, Optional<String> locale, RepliesSettings.Scope scope) {
        return text(circle, locale, "stopped." + scope.name().toLowerCase(Locale.ROOT));
    }

    String started(Circle circle, Optional<String> locale) {
        return text(circle, locale, "started");
    }

    String help(Circle circle, Optional<String> locale) {
        return text(circle, locale, speaks(circle).url() == null ? "help" : "help.url");
    }

    private String text(Circle circle, Optional<String> told, String key) {
        Shop shop = speaks(circle);
        Locale locale =
                told.map(tag -> Locale.forLanguageTag(tag.replace('_', '-'))).orElse(shop.locale());
        String pattern =
                ResourceBundle.getBundle("replies", locale, NO_FALLBACK).getString(key);
        return new MessageFormat(pattern, locale).format(new Object[] {names(circle), shop.url()});
    }

    private Shop speaks(Circle circle) {
        return circle.shops().stream()
                .flatMap(key -> shops.find(key).stream())
                .findFirst()
                .orElse(shops.main());
    }

    // why: who is told that nothing more comes must know from whom, when that is several.
    private String names(Circle circle) {
        return circle.shops().stream()
                .flatMap(key -> shops.find(key).stream())
                .map(Shop::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
