package dev.afterglow.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.Suppression;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.privacy.KnownAddresses.Known;
import dev.afterglow.shop.ShopKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Hands out everything we know about a person, as one JSON document. */
@Service
public class Exporting {

    /** Says which shape the document has; a new one when a name in it changes its meaning. */
    static final String FORMAT = "afterglow-person/1";

    // why: a document that broke off must not look like a whole one.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final Customers customers;
    private final KnownAddresses addresses;
    private final Suppressions suppressions;
    private final DataSource source;
    private final Clock clock;
    private final PersonalData data = PersonalData.read();

    Exporting(
            Customers customers, KnownAddresses addresses, Suppressions suppressions, DataSource source, Clock clock) {
        this.customers = customers;
        this.addresses = addresses;
        this.suppressions = suppressions;
        this.source = source;
        this.clock = clock;
    }

    /**
     * Makes sure that there is somebody to be told about.
     *
     * @return all ids of the person, the one that counts first
     * @throws NobodyThere when not, or not any more
     */
    public List<String> idsOf(String customerId) {
        List<String> ids = customers.ids(customerId);
        if (ids.isEmpty()) {
            throw NobodyThere.unknown();
        }
        if (customers.isErased(ids.getFirst())) {
            throw NobodyThere.erased();
        }
        return ids;
    }

    /** Writes the document row by row, all of one moment, in UTF-8; the stream stays open. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(List<String> ids, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("exportedAt", clock.instant().toString());
            json.writeStringField("customerId", ids.getFirst());
            Sections sections = new Sections(source, json, ids, data);
            data.sections().forEach(sections::write);
            writeSuppressions(json, ids);
            json.writeEndObject();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeSuppressions(JsonGenerator json, List<String> ids) throws IOException {
        json.writeArrayFieldStart("suppressions");
        ShopKey shop = customers.shop(ids.getFirst()).orElseThrow();
        for (Known known : addresses.of(ids)) {
            Optional<Suppression> suppression = suppressions.find(shop, known.channel(), known.address());
            if (suppression.isPresent()) {
                write(json, known, suppression.get());
            }
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Known known, Suppression suppression) throws IOException {
        json.writeStartObject();
        json.writeStringField("channel", known.channel());
        json.writeStringField("address", known.address());
        json.writeStringField("reason", suppression.reason());
        json.writeStringField("source", suppression.source());
        json.writeStringField("at", suppression.at().toString());
        json.writeFieldName("until");
        Written.value(json, suppression.until());
        json.writeEndObject();
    }
}
