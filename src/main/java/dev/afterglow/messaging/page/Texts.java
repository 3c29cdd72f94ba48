package dev.afterglow.messaging.page;

import dev.afterglow.customer.Consent;
import dev.afterglow.customer.Topic;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What our pages say, in one language. */
public final class Texts {

    private static final String BUNDLE = "templates.public.texts";
    private static final List<Locale> WRITTEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Locale locale;
    private final String shop;
    private final ResourceBundle bundle;
    private final ZoneId zone;

    private Texts(Locale locale, String shop, ZoneId zone) {
        this.locale = locale;
        this.shop = shop;
        this.zone = zone;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * In the first of these languages that our pages are written in; else in English.
     *
     * @param shop the name of the shop that speaks
     * @param zone in which dates are told
     */
    static Texts in(List<Locale> wanted, String shop, ZoneId zone) {
        Optional<Locale> first = wanted.stream()
                .map(Locale::getLanguage)
                .map(Locale::forLanguageTag)
                .filter(WRITTEN::contains)
                .findFirst();
        return new Texts(first.orElse(Locale.ENGLISH), shop, zone);
    }

    /** Whose page it is, as customers know that shop. */
    public String shop() {
        return shop;
    }

    /** The text with this name, its blanks filled in. */
    public String say(String name, Object... values) {
        return new MessageFormat(bundle.getString(name), locale).format(values);
    }

    /** What a channel is called here. */
    public String channel(String name) {
        return say(bundle.containsKey("channel." + name) ? "channel." + name : "channel.other");
    }

    /** What a topic is called here. */
    public String topic(Topic topic) {
        return say("topic." + topic.word());
    }

    /** What was said about a switch, in a sentence; null when nothing. */
    public @Nullable String held(Switch one) {
        Consent said = one.said();
        return said == null ? null : say("held." + said.state().word(), day(said.at()));
    }

    /** What a person reads beside a switch; kept as the proof of what was agreed to. */
    public String shown(Switch one) {
        String about = say("topic." + one.topic().word() + ".about");
        return say("preferences.wording", topic(one.topic()), about, channel(one.channel()));
    }

    /** A day, as people here write it. */
    public String day(Instant moment) {
        return day(moment.atZone(zone).toLocalDate());
    }

    /** A day, as people here write it. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** A language, called by its own name. */
    public String language(String tag) {
        Locale other = Locale.forLanguageTag(tag);
        return other.getDisplayName(other);
    }

    /** BCP 47 tag of the language. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
