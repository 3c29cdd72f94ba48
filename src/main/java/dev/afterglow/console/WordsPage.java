package dev.afterglow.console;

import dev.afterglow.messaging.JourneyWords;
import dev.afterglow.messaging.JourneyWords.OneMessage;
import dev.afterglow.messaging.JourneyWords.Version;
import dev.afterglow.messaging.JourneyWords.Wrong;
import dev.afterglow.messaging.Previews;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every message of every journey, in which channels and languages it is written, and what is refused. */
@StaffPage
class WordsPage {

    private final Previews previews;

    WordsPage(Previews previews) {
        this.previews = previews;
    }

    /** One journey's words. */
    record Journey(String id, List<Row> rows, List<Wrong> wrong) {}

    /** One message's words. */
    record Row(String name, String title, List<Channel> channels) {}

    /** The languages a message is written in for one channel. */
    record Channel(String id, String name, List<Language> languages) {}

    /** One file. */
    record Language(String locale, String name, boolean refused) {}

    @GetMapping("/words")
    String show(Model model) {
        model.addAttribute(
                "journeys", previews.all().stream().map(WordsPage::journey).toList());
        return "words";
    }

    private static Journey journey(JourneyWords words) {
        Set<String> refused = words.wrong().stream().map(Wrong::file).collect(Collectors.toSet());
        return new Journey(
                words.journey(),
                words.messages().stream().map(message -> row(message, refused)).toList(),
                words.wrong());
    }

    private static Row row(OneMessage message, Set<String> refused) {
        Map<String, List<Version>> channels = message.versions().stream()
                .collect(Collectors.groupingBy(Version::channel, LinkedHashMap::new, Collectors.toList()));
        return new Row(
                message.name(),
                PlainWords.message(message.name()),
                channels.entrySet().stream()
                        .map(channel -> new Channel(
                                channel.getKey(),
                                PlainWords.capitalised(PlainWords.channel(channel.getKey())),
                                channel.getValue().stream()
                                        .map(version -> new Language(
                                                version.locale(),
                                                PlainWords.language(version.locale()),
                                                refused.contains(version.file())))
                                        .toList()))
                        .toList());
    }
}
