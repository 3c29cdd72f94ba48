package dev.afterglow.messaging.page;

import dev.afterglow.customer.Topic;
import dev.afterglow.messaging.words.Purpose;
import dev.afterglow.messaging.words.Rendered;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the addresses of our pages that a message carries. Each opens one thing, for one person, for a time. */
@Component
public class Links {

    private final Grants grants;
    private final PageSettings settings;
    private final Clock clock;

    Links(Grants grants, PageSettings settings, Clock clock) {
        this.grants = grants;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes addresses for a message that is about to be written.
     *
     * @param customerId null where nobody is known: then there is nothing to unsubscribe or to prefer
     */
    public Issued issue(String messageId, @Nullable String customerId, String channel, Topic topic, Purpose purpose) {
        Grant message = new Grant(Scope.VIEW, messageId, customerId, channel, topic, null, expiry(Scope.VIEW));
        Map<String, PageAddress> addresses = new LinkedHashMap<>();
        addresses.put("view", address(message, Scope.VIEW));
        if (customerId == null) {
            return new Issued(addresses, null, message);
        }
        addresses.put("preferences", address(message, Scope.PREFERENCES));
        addresses.put("confirm", address(message, Scope.CONFIRM));
        if (!Topics.canBeEnded(topic, channel) && purpose == Purpose.SERVICE) {
            return new Issued(addresses, null, message);
        }
        PageAddress unsubscribe = address(message, Scope.UNSUBSCRIBE);
        addresses.put("unsubscribe", unsubscribe);
        return new Issued(addresses, hasHeader(channel, topic, purpose) ? unsubscribe : null, message);
    }

    /** The address of a page for those who work here; they have to sign in. */
    public String ofStaff(String path) {
        return settings.publicUrl() + path;
    }

    /**
     * Keeps those addresses that really stand in the words or in the header; the others never open anything. Belongs in
     * the transaction that writes the message down.
     *
     * @param track whether links to other sites go through an address of ours, which counts
     * @return the words, as they are to be sent
     */
    public Rendered keep(Issued issued, Rendered words, boolean track) {
        Map<Token, Grant> kept = new LinkedHashMap<>();
        for (PageAddress address : issued.addresses()) {
            if (issued.isOneClick(address) || standsIn(words, address.url())) {
                kept.put(address.token(), address.grant());
            }
        }
        Rendered sent = track ? tracked(issued.message(), words, kept) : words;
        grants.keep(kept);
        return sent;
    }

    /**
     * Makes one more address for a person who showed another one, and keeps it.
     *
     * @return relative to the page that was shown, for behind a proxy only the visitor knows the way here
     */
    String issueTo(Grant bearer, Scope scope) {
        PageAddress address = address(bearer, scope);
        grants.keep(Map.of(address.token(), address.grant()));
        return "../" + scope.path() + "/" + address.token().text();
    }

    private Rendered tracked(Grant message, Rendered words, Map<Token, Grant> kept) {
        TrackedLinks links = new TrackedLinks(words.html(), settings::isOurs);
        String html = links.rewritten(url -> {
            PageAddress address = address(message.leadingTo(url, expiry(Scope.LINK)));
            kept.put(address.token(), address.grant());
            return address.url();
        });
        return new Rendered(words.subject(), html, words.plain(), words.fields());
    }

    // why: surveys and review requests count as advertising, whatever the words call them (BGH VI ZR 225/17).
    private static boolean hasHeader(String channel, Topic topic, Purpose purpose) {
        return channel.equals("email")
                && (purpose == Purpose.MARKETING || topic == Topic.FEEDBACK || topic == Topic.REVIEWS);
    }

    private static boolean standsIn(Rendered words, String url) {
        return Stream.concat(Stream.of(words.html(), words.plain()), words.fields().values().stream())
                .anyMatch(text -> text.contains(url));
    }

    private PageAddress address(Grant bearer, Scope scope) {
        return address(bearer.widened(scope, expiry(scope)));
    }

    private PageAddress address(Grant grant) {
        Token token = Token.fresh();
        return new PageAddress(settings.address(grant.scope(), token), token, grant);
    }

    private Instant expiry(Scope scope) {
        return clock.instant().plus(scope.lifetime());
    }
}
