package dev.afterglow.history;

import dev.afterglow.intake.Refusal;
import dev.afterglow.shop.Shops;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports for programs, such as bin/import: announce a file, send it in pieces, ask how far it is. */
@RestController
@RequestMapping("/api/imports")
class ImportsApi {

    private static final int MOST = 100;

    private final Imports imports;
    private final Uploading uploading;
    private final RefusedRows refused;
    private final Shops shops;
    private final Clock clock;

    ImportsApi(Imports imports, Uploading uploading, RefusedRows refused, Shops shops, Clock clock) {
        this.imports = imports;
        this.uploading = uploading;
        this.refused = refused;
        this.shops = shops;
        this.clock = clock;
    }

    /**
     * How far an import is.
     *
     * @param received how much of the file is here, in bytes
     * @param rows how many there are; null until they were counted
     * @param rate rows a second
     * @param secondsLeft null when nobody knows
     */
    record Progress(
            String id,
            String name,
            String state,
            @Nullable String reason,
            boolean dryRun,
            long size,
            long received,
            @Nullable Long rows,
            long read,
            long taken,
            long known,
            long refused,
            long rate,
            @Nullable Long secondsLeft,
            List<String> unused,
            Instant askedAt,
            @Nullable Instant endedAt) {}

    /** All of them. */
    record Found(List<Progress> imports) {}

    @PostMapping
    ResponseEntity<Progress> announce(
            @RequestParam String name,
            @RequestParam long size,
            @RequestParam(defaultValue = "") String sha256,
            @ModelAttribute Asked asked) {
        Import one = uploading.announce(name, size, sha256, asked.meant(shops), "api");
        return ResponseEntity.created(URI.create("/api/imports/" + one.id())).body(progress(one));
    }

    /** The next piece of the file, as it is. */
    @PutMapping("/{id}/content")
    Progress append(@PathVariable String id, @RequestParam long offset, HttpServletRequest request) throws IOException {
        uploading.append(find(id), offset, request.getInputStream());
        return progress(find(id));
    }

    @GetMapping
    Found latest() {
        return new Found(imports.latest(MOST).stream().map(this::progress).toList());
    }

    @GetMapping("/{id}")
    Progress one(@PathVariable String id) {
        return progress(find(id));
    }

    /** What was refused, as a file that can be mended and sent again. */
    @GetMapping("/{id}/refused.csv")
    void refused(@PathVariable String id, HttpServletResponse response) throws IOException {
        Import one = find(id);
        response.setContentType("text/csv;charset=UTF-8");
        refused.write(one, response.getOutputStream());
    }

    @PostMapping("/{id}/cancel")
    Progress cancel(@PathVariable String id) {
        find(id);
        imports.cancel(id);
        return progress(find(id));
    }

    @PostMapping("/{id}/resume")
    Progress resume(@PathVariable String id) {
        uploading.goOn(find(id));
        return progress(find(id));
    }

    private Import find(String id) {
        return imports.find(id)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "Not known", "There is no such import."));
    }

    private Progress progress(Import one) {
        Instant now = clock.instant();
        return new Progress(
                one.id(),
                one.name(),
                one.state().word(),
                one.reason(),
                one.manner().dryRun(),
                one.size(),
                uploading.received(one),
                one.rows(),
                one.read(),
                one.taken(),
                one.known(),
                one.refused(),
                one.rate(now),
                one.left(now).map(Duration::toSeconds).orElse(null),
                one.unused(),
                one.askedAt(),
                one.endedAt());
    }
}
