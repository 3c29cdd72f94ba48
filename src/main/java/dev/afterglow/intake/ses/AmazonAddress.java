package dev.afterglow.intake.ses;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which addresses in an SNS message are Amazon's own: anybody can write any address into one. */
final class AmazonAddress {

    private static final Pattern HOST =
            Pattern.compile("sns\\.[a-z]{2}(-[a-z]{3,12}){1,2}-[0-9]{1,2}\\.amazonaws\\.com");

    private AmazonAddress() {}

    /** The address, when it leads by HTTPS to SNS itself and nowhere else. */
    static Optional<URI> of(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address);
            boolean amazons = "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && HOST.matcher(uri.getHost()).matches()
                    && uri.getRawUserInfo() == null
                    && (uri.getPort() == -1 || uri.getPort() == 443);
            return amazons ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }
}
