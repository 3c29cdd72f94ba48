package dev.afterglow.messaging.page;

import dev.afterglow.journey.JourneyFolders;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The languages we can write to a customer in: those of the words there are. */
@Component
class PageLanguages {

    private static final Pattern WORDS =
            Pattern.compile("messages/[^/]+\\.[a-z]+\\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\\.\\w+");

    private final JourneyFolders folders;

    PageLanguages(JourneyFolders folders) {
        this.folders = folders;
    }

    /** All of them, as BCP 47 tags. */
    Set<String> all() {
        Set<String> tags = new TreeSet<>(Set.of("en", "de"));
        folders.current().stream()
                .flatMap(folder -> folder.files().keySet().stream())
                .map(WORDS::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .forEach(tags::add);
        return tags;
    }

    /** The tag, if it is one of them; else null. */
    @Nullable
    String known(@Nullable String tag) {
        return tag != null && all().contains(tag) ? tag : null;
    }
}
