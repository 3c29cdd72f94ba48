package dev.afterglow.intake.ses;

import dev.afterglow.intake.Field;
import dev.afterglow.intake.Json;
import dev.afterglow.intake.Refusal;
import dev.afterglow.intake.providers.Strangers;
import dev.afterglow.intake.providers.Taken;
import dev.afterglow.messaging.ProviderEvent;
import dev.afterglow.messaging.TakingProviderEvents;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes Amazon SES reports as SNS delivers them: JSON, called plain text. */
@RestController
class SesController {

    private static final Logger log = LoggerFactory.getLogger(SesController.class);

    private final SesSettings settings;
    private final Certificates certificates;
    private final Fetching fetching;
    private final TakingProviderEvents events;

    SesController(SesSettings settings, Certificates certificates, Fetching fetching, TakingProviderEvents events) {
        this.settings = settings;
        this.certificates = certificates;
        this.fetching = fetching;
        this.events = events;
    }

    @PostMapping("/hooks/ses")
    Taken take(@RequestBody(required = false) byte @Nullable [] sent) {
        if (settings.topics().isEmpty()) {
            throw Strangers.closed("Amazon SES", "afterglow.intake.ses.topics");
        }
        SnsMessage sns = verified(SnsMessage.of(Field.root(Json.read(sent == null ? new byte[0] : sent))));
        return switch (sns.type()) {
            case SnsMessage.CONFIRMATION -> confirmed(sns);
            case SnsMessage.GOODBYE -> {
                log.warn("The topic {} no longer reports to us: its subscription was removed.", sns.topic());
                yield new Taken(0, 0);
            }
            default -> taken(sns);
        };
    }

    private SnsMessage verified(SnsMessage sns) {
        // why: first of all, so that strangers cannot make us fetch anything.
        if (!settings.topics().contains(sns.topic())) {
            throw Strangers.refused("The topic in /TopicArn is not one of afterglow.intake.ses.topics.");
        }
        URI address = AmazonAddress.of(sns.certificateUrl())
                .orElseThrow(() -> Strangers.refused("The address in /SigningCertURL is not one of Amazon SNS."));
        try {
            return certificates
                    .at(address)
                    .filter(certificate -> sns.isSignedBy(certificate.getPublicKey()))
                    .map(certificate -> sns)
                    .orElseThrow(
                            () -> Strangers.refused("The signature in /Signature does not belong to this message."));
        } catch (IOException e) {
            throw unreachable("The certificate in /SigningCertURL", e);
        }
    }

    private Taken confirmed(SnsMessage sns) {
        URI address = AmazonAddress.of(sns.subscribeUrl())
                .orElseThrow(() -> Strangers.refused("The address in /SubscribeURL is not one of Amazon SNS."));
        try {
            fetching.get(address);
        } catch (IOException e) {
            throw unreachable("The address in /SubscribeURL", e);
        }
        log.info("The topic {} reports to us from now on.", sns.topic());
        return new Taken(0, 0);
    }

    private Taken taken(SnsMessage sns) {
        List<ProviderEvent> told = SesEvent.of(sns.id(), report(sns));
        return new Taken(told.size(), events.take(told));
    }

    private static Field report(SnsMessage sns) {
        return new Field("/Message", Json.read(sns.message().getBytes(StandardCharsets.UTF_8)));
    }

    // why: SNS delivers again what was answered with 5xx.
    private static Refusal unreachable(String what, IOException e) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE, "Not reachable", what + " could not be fetched: " + e.getMessage());
    }
}
