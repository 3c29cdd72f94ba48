package dev.afterglow.messaging;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** What is answered to STOP, START and HELP, in the customer's language. No marketing in any of it. */
@Component
class Replies {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ShopSettings shop;

    Replies(ShopSettings shop) {
        this.shop = shop;
    }

    String stopped(Optional<String> locale, RepliesSettings.Scope scope) {
        return text(locale, "stopped." + scope.name().toLowerCase(Locale.ROOT));
    }

    String started(Optional<String> locale) {
        return text(locale, "started");
    }

    String help(Optional<String> locale) {
        return text(locale, shop.url() == null ? "help" : "help.url");
    }

    private String text(Optional<String> told, String key) {
        Locale locale =
                told.map(tag -> Locale.forLanguageTag(tag.replace('_', '-'))).orElse(shop.locale());
        String pattern =
                ResourceBundle.getBundle("replies", locale, NO_FALLBACK).getString(key);
        return new MessageFormat(pattern, locale).format(new Object[] {shop.name(), shop.url()});
    }
}
