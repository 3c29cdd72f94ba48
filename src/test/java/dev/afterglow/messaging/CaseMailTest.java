package dev.afterglow.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.MovableClock;
import dev.afterglow.journey.TransientFailure;
import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Channels;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.page.PageRoom;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.SomeShops;
import dev.afterglow.sql.Database;
import dev.afterglow.sql.H2Extension;
import dev.afterglow.support.Calling;
import dev.afterglow.support.StaffMail.Call;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(H2Extension.class)
class CaseMailTest {

    private static final Instant DUE = Instant.parse("2026-11-25T09:00:00Z");

    private final MovableClock clock = new MovableClock();
    private final ToldChannel email = new ToldChannel("email");
    private Database database;
    private CaseMail mail;

    @BeforeEach
    void withAMailServer(Database database) {
        this.database = database;
        mail = mail(email);
    }

    @Test
    void itSaysWhatIsDueWithWhomAndWhereToReadOnAndNothingOfTheCustomer() {
        mail.send(call(Calling.ESCALATION, "rita"));
        mail.send(call(Calling.REMINDER, null));

        Envelope overdue = email.taken().getFirst();
        assertThat(overdue.to()).isEqualTo("help@shop.example");
        assertThat(overdue.words().subject()).isEqualTo("A case is overdue (low-score)");
        assertThat(overdue.words().plain())
                .contains(
                        "25 Nov 2026, 09:00 (UTC)",
                        "with rita",
                        "https://shop.example/after/case?id=https%3A%2F%2Fa+1");
        assertThat(overdue.unsubscribe()).isNull();
        assertThat(email.taken().getLast().words().plain()).contains("Nobody has taken it yet");
    }

    @Test
    void toldTwiceItIsTheSameMail() {
        mail.send(call(Calling.ESCALATION, "rita"));
        mail.send(call(Calling.ESCALATION, "rita"));
        mail.send(call(Calling.REMINDER, "rita"));

        assertThat(email.taken().get(0).id()).isEqualTo(email.taken().get(1).id());
        assertThat(email.taken().get(2).id()).isNotEqualTo(email.taken().get(1).id());
    }

    @Test
    void whatDidNotLeaveIsTriedAgainAndWhatCannotIsNot() {
        email.then(new TransientFailure("busy", new IllegalStateException()));
        assertThatThrownBy(() -> mail.send(call(Calling.ESCALATION, null))).isInstanceOf(TransientFailure.class);

        email.then(new Channel.Handover.Refused("invalid-address"));
        mail.send(call(Calling.ESCALATION, null));
        email.then(new Channel.NobodyKnows(new IllegalStateException("cut")));
        mail.send(call(Calling.ESCALATION, null));
        mail(new ToldChannel("sms")).send(call(Calling.ESCALATION, null));

        assertThat(email.taken()).isEmpty();
    }

    private CaseMail mail(Channel channel) {
        return new CaseMail(
                new Channels(List.of(channel)),
                SomeShops.one(),
                PageRoom.links(database, clock, "https://shop.example/after/"),
                clock);
    }

    private static Call call(Calling why, String owner) {
        return new Call("help@shop.example", why, "https://a 1", ShopKey.MAIN, "low-score", owner, DUE);
    }
}
