package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlainReasonsTest {

    private static final Path MESSAGING = Path.of("src/main/java/dev/afterglow/messaging");
    private static final Pattern GIVEN = Pattern.compile(
            "(?:Refused|Silence|Wait|giveBack|uncertain|resolve)\\([^;{}]*?\"([a-z]+(?:-[a-z]+)*)\"[,)]");

    @Test
    void whateverARuleOrAChannelAnswersIsASentence() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MESSAGING)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                find(GIVEN, Files.readString(file)).forEach(codes::add);
            }
        }
        assertThat(codes).contains("no-address", "invalid-address");
        assertThat(codes).allSatisfy(PlainReasonsTest::isASentence);
    }

    @Test
    void whatAServerAnswersInNumbersNamesTheNumber() {
        assertThat(PlainReasons.sentence("smtp-550")).isEqualTo("The mail server refused it (550).");
        assertThat(PlainReasons.sentence("sms-30007")).contains("(30007)");
    }

    private static void isASentence(String code) {
        assertThat(PlainReasons.sentence(code)).as(code).matches("[A-Z].* .*\\.");
    }

    private static List<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(found -> found.group(1)).toList();
    }
}
