package dev.afterglow.messaging;

import dev.afterglow.messaging.channel.Channel;
import dev.afterglow.messaging.channel.Channels;
import dev.afterglow.messaging.channel.Envelope;
import dev.afterglow.messaging.page.Links;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import dev.afterglow.shop.ShopKey;
import dev.afterglow.shop.Shops;
import dev.afterglow.support.Calling;
import dev.afterglow.support.StaffMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Mails to our own people. They are nobody's messages: no policy is asked and the ledger does not hold them. */
@Component
class CaseMail implements StaffMail {

    private static final Logger LOG = LoggerFactory.getLogger(CaseMail.class);
    private static final String EMAIL = "email";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final Channels channels;
    private final Shops shops;
    private final Links links;
    private final Clock clock;

    CaseMail(Channels channels, Shops shops, Links links, Clock clock) {
        this.channels = channels;
        this.shops = shops;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public void send(Call call) {
        if (!channels.names().contains(EMAIL)) {
            LOG.warn("Nobody is told of a case by mail: no mail server is configured");
            return;
        }
        try {
            if (channels.named(EMAIL).handOver(envelope(call), () -> {}) instanceof Channel.Handover.Refused refused) {
                LOG.warn("The address for support does not take mail: {}", refused.reason());
            }
        } catch (Channel.NobodyKnows broken) {
            LOG.warn("A mail about a case may have left, or not", broken);
        }
    }

    private Envelope envelope(Call call) {
        return new Envelope(
                id(call),
                shops.find(call.shop()).isPresent() ? call.shop() : ShopKey.MAIN,
                call.to(),
                new Rendered(subject(call), "", plain(call)),
                Purpose.SERVICE,
                "en",
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                null);
    }

    // why: the same call is the same mail, however often it is told.
    private static String id(Call call) {
        String name = call.caseId() + " " + call.why() + " " + call.dueAt();
        return "case-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String subject(Call call) {
        String about = call.reason() == null ? "" : " (%s)".formatted(call.reason());
        return (call.why() == Calling.REMINDER ? "A case is due soon" : "A case is overdue") + about;
    }

    private String plain(Call call) {
        ZoneId zone = shops.main().timeZone();
        String due = "%s (%s)".formatted(TIME.format(call.dueAt().atZone(zone)), zone.getId());
        String owner = call.owner() == null ? "Nobody has taken it yet." : "It is with %s.".formatted(call.owner());
        return """
                A customer waits for an answer. %s %s.
                %s

                %s
                """.formatted(
                        call.why() == Calling.REMINDER ? "They should have it by" : "They should have had it by",
                        due,
                        owner,
                        links.ofStaff("/case?id=" + URLEncoder.encode(call.caseId(), StandardCharsets.UTF_8)));
    }
}
