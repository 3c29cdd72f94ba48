package dev.afterglow.intake.ses;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The certificates Amazon signs with, fetched once each. */
@Component
class Certificates {

    private static final Logger log = LoggerFactory.getLogger(Certificates.class);
    private static final int MANY = 32;

    private final Map<URI, X509Certificate> known = new ConcurrentHashMap<>();
    private final Fetching fetching;
    private final Clock clock;

    Certificates(Fetching fetching, Clock clock) {
        this.fetching = fetching;
        this.clock = clock;
    }

    /**
     * The certificate at this address of Amazon's.
     *
     * @return empty when it is none, or not valid now
     * @throws IOException when it cannot be fetched
     */
    Optional<X509Certificate> at(URI address) throws IOException {
        X509Certificate certificate = known.get(address);
        try {
            if (certificate == null) {
                certificate = fetched(address);
            }
            certificate.checkValidity(Date.from(clock.instant()));
            return Optional.of(certificate);
        } catch (CertificateException e) {
            log.warn("The certificate at {} is not usable: {}", address, e.getMessage());
            return Optional.empty();
        }
    }

    private X509Certificate fetched(URI address) throws IOException, CertificateException {
        byte[] encoded = fetching.get(address);
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        // why: Amazon changes it about once a year; anything beyond a few is somebody playing with addresses.
        if (known.size() >= MANY) {
            known.clear();
        }
        known.put(address, certificate);
        return certificate;
    }
}
