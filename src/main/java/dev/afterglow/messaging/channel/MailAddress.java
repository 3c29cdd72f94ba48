package dev.afterglow.messaging.channel;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An e-mail address that can be handed to a mail server: one dot-atom, an at sign, one domain (RFC 5321, 6531), and
 * nothing beside it. Domains in any script are written as mail servers know them (UTS 46).
 */
record MailAddress(String local, String domain) {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?<local>[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*)@(?<domain>[^@\\s]+)");
    private static final Pattern DOMAIN = Pattern.compile(
            "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;

    /** Reads an address; empty when it is none. */
    static Optional<MailAddress> of(String text) {
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches()) {
            return Optional.empty();
        }
        IDNA.Info info = new IDNA.Info();
        String domain = DOMAINS.nameToASCII(address.group("domain"), new StringBuilder(), info)
                .toString();
        return info.hasErrors()
                ? Optional.empty()
                : Optional.of(new MailAddress(address.group("local"), domain)).filter(MailAddress::fits);
    }

    /** True when only a mail server that speaks SMTPUTF8 can take it. */
    boolean isInternational() {
        return local.chars().anyMatch(letter -> letter > 127);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }

    private boolean fits() {
        return DOMAIN.matcher(domain).matches() && bytes(local) <= LONGEST_LOCAL && bytes(toString()) <= LONGEST;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
