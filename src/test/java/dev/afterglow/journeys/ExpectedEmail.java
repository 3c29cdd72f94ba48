package dev.afterglow.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.messaging.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An e-mail that is spoken of in a test. */
record ExpectedEmail(
        String template, @Nullable String to, @Nullable String order, List<String> words) {

    ExpectedEmail(String template) {
        this(template, null, null, List.of());
    }

    ExpectedEmail to(String customer) {
        return new ExpectedEmail(template, customer, order, words);
    }

    ExpectedEmail about(String id) {
        return new ExpectedEmail(template, to, id, words);
    }

    ExpectedEmail mentions(String text) {
        List<String> all = new ArrayList<>(words);
        all.add(text);
        return new ExpectedEmail(template, to, order, all);
    }

    Expectation wasSentOnce() {
        return test -> {
            List<Message> sent = matching(test, Message.Status.ACCEPTED);
            assertThat(sent).as("e-mails %s", this).hasSize(1);
            Message message = sent.getFirst();
            if (to != null) {
                assertThat(message.recipient())
                        .isEqualTo(test.customer(to).email(test.salted("").replace("-", "")));
            }
            words.forEach(text -> assertThat(test.textOf(message)).contains(text));
            test.expect(message);
        };
    }

    Expectation stayedSilentBecause(String reason) {
        return test -> {
            assertThat(matching(test, Message.Status.ACCEPTED)).isEmpty();
            assertThat(matching(test, Message.Status.SILENT))
                    .singleElement()
                    .extracting(Message::reason)
                    .isEqualTo(reason);
        };
    }

    private List<Message> matching(JourneyTest test, Message.Status status) {
        return test.messagesOf(Objects.requireNonNull(order, "say which order: about(..)")).stream()
                .filter(message -> message.template().equals(template))
                .filter(message -> message.status() == status)
                .toList();
    }
}
