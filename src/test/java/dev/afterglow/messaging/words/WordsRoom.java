package dev.afterglow.messaging.words;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyFolders;
import dev.afterglow.journey.JourneyRoom;
import dev.afterglow.shop.Shops;
import dev.afterglow.shop.SomeShops;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A journey "Later" in the folder {@code later}, the shared folder beside it, and whoever works with words. */
final class WordsRoom {

    static final String JOURNEY = "Later";
    static final Map<String, String> LINKS = Map.of(
            "view", "https://shop.example/v/1?a=b&c=d",
            "preferences", "https://shop.example/p/1",
            "unsubscribe", "https://shop.example/u/1");

    private final SortedMap<String, SortedMap<String, byte[]>> files = new TreeMap<>();
    final Liquid liquid;
    final Writing writing;
    final WordsRules rules;

    WordsRoom() {
        this(SomeOfferings.none());
    }

    private static Shops beans() {
        return SomeShops.one(
                "Beans & Co",
                "https://beans.example",
                "Beans <hello@beans.example>",
                Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"));
    }

    WordsRoom(Offerings offerings) {
        this(beans(), offerings);
    }

    WordsRoom(Shops shop, Offerings offerings) {
        this.liquid = new Liquid(offerings);
        JourneyFolders folders = mock(JourneyFolders.class);
        when(folders.current()).thenAnswer(call -> folders());
        when(folders.named(anyString()))
                .thenAnswer(call -> folders().stream()
                        .filter(folder -> folder.name().equals(call.getArgument(0)))
                        .findFirst());
        when(folders.of(anyString())).thenAnswer(call -> of(call.getArgument(0)));
        Pen pen = new Pen(liquid, shop);
        WordsShelf shelf = new WordsShelf(folders, liquid, shop);
        WordsCheck check = new WordsCheck(folders, shelf, pen, offerings, shop);
        this.writing = new Writing(shelf, pen, check, offerings, shop, JourneyRoom.editions(folders));
        this.rules = new WordsRules(check, shop);
        put("later/Later.bpmn", "");
    }

    private List<JourneyFolder> folders() {
        List<JourneyFolder> all = new ArrayList<>();
        files.forEach((name, content) -> all.add(new JourneyFolder(name, content)));
        return all;
    }

    private Optional<JourneyFolder> of(String journey) {
        return folders().stream()
                .filter(folder -> folder.files().containsKey(journey + ".bpmn"))
                .findFirst();
    }

    WordsRoom put(String path, String text) {
        String[] parts = path.split("/", 2);
        files.computeIfAbsent(parts[0], folder -> new TreeMap<>()).put(parts[1], text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A file of words in English. */
    WordsRoom words(String name, String front, String body) {
        return put("later/messages/" + name, "---\n" + front + "\n---\n" + body);
    }

    /** The service mail "hello" with this body. */
    WordsRoom mail(String body) {
        return words("hello.email.en.md", "subject: Hello\npurpose: service", body);
    }

    Rendered write(String name, String channel, Audience audience) {
        return writing.write(writing.words(JOURNEY, null, name, channel, audience), audience, LINKS);
    }

    Rendered mailTo(Audience audience) {
        return write("hello", "email", audience);
    }

    static Audience sample(String id) {
        return SampleAudiences.all().stream()
                .filter(sample -> sample.id().equals(id))
                .findFirst()
                .orElseThrow()
                .audience();
    }

    /** Somebody with this first name, who reads this language. */
    static Audience called(String firstName, String locale) {
        var customer =
                new dev.afterglow.customer.Customer("c", "a@b.example", null, firstName, null, locale, "Europe/Berlin");
        return new Audience(customer, null, false);
    }
}
