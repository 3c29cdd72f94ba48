package dev.afterglow.messaging.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The links to other sites in a rendered mail. */
final class TrackedLinks {

    // why: the mail stays as it was written, byte for byte, but for these addresses.
    private static final Pattern LINK = Pattern.compile("(?i)(<a\\s[^>]*?href\\s*=\\s*\")([^\"]+)(?=\")");
    private static final int MOST = 100;
    private static final int LONGEST = 4000;

    private final String html;
    private final Predicate<String> ours;

    TrackedLinks(String html, Predicate<String> ours) {
        this.html = html;
        this.ours = ours;
    }

    /** The mail with other addresses in these links; the same address gets the same one each time. */
    String rewritten(UnaryOperator<String> instead) {
        Map<String, String> known = new HashMap<>();
        return LINK.matcher(html).replaceAll(found -> {
            String url = HtmlUtils.htmlUnescape(found.group(2)).strip();
            boolean wanted = leadsAway(url) && !ours.test(url) && (known.containsKey(url) || known.size() < MOST);
            String now = wanted ? known.computeIfAbsent(url, instead) : found.group(2);
            return Matcher.quoteReplacement(found.group(1) + now);
        });
    }

    /** True for web addresses a browser may be sent to: http or https, with a host, and without control characters. */
    static boolean leadsAway(String url) {
        if (url.length() > LONGEST || url.chars().anyMatch(c -> c <= ' ' || c == 127 || c == '\\')) {
            return false;
        }
        try {
            URI uri = new URI(url);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException broken) {
            return false;
        }
    }
}
