package dev.afterglow.messaging.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.MovableClock;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.H2Extension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Writes the page about the policies anew with {@code -Dafterglow.write-reference=true}. */
@ExtendWith(H2Extension.class)
class PoliciesPageTest {

    private static final Path PAGE = Path.of("docs/reference/policies.md");

    @Test
    void thePageSaysWhatTheCodeDoes(Database database) throws IOException {
        String page = page(new TheShop(database, new MovableClock()).policies().all());
        if (Boolean.getBoolean("afterglow.write-reference")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("run this test with -Dafterglow.write-reference=true")
                .isEqualTo(page);
    }

    private static String page(List<Policy> all) {
        String rows = IntStream.range(0, all.size())
                .mapToObj(i -> row(i + 1, all.get(i)))
                .collect(Collectors.joining());
        return """
                # Policies

                Every message passes these rules, in this order, in the transaction that reserves it. The first rule that says
                "never" ends it; otherwise it waits for the longest of all waits, and is judged again then. A wait that would
                outlast the message's use ends it with `not-useful-any-more`. This page is written by a test.

                | | Rule | What it does | Silent with | Waits with |
                |---|---|---|---|---|
                """ + rows;
    }

    private static String row(int number, Policy policy) {
        return "| %d | %s | %s | %s | %s |%n"
                .formatted(number, policy.name(), policy.says(), words(policy.silences()), words(policy.waits()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String words(List<Reason> reasons) {
        return reasons.stream().map(reason -> "`" + reason.word() + "`").collect(Collectors.joining(", "));
    }
}
