package dev.afterglow.journey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The folders as they are in use: the database holds them, so every replica finds the same, and a folder that is half
 * saved or refused changes nothing. Where nothing was ever put into use, the files on disk are.
 */
@Component
public class Editions {

    private static final int MOST_KEPT = 100;

    private final EditionRows rows;
    private final JourneyFolders folders;
    private final Duration lookAgain;
    private final Map<String, Edition> known = new ConcurrentHashMap<>();
    private volatile @Nullable Looked looked;

    private record Looked(EditionRows.Newest newest, long at) {}

    Editions(EditionRows rows, JourneyFolders folders, JourneySettings settings) {
        this.rows = rows;
        this.folders = folders;
        this.lookAgain = settings.watchEvery();
    }

    /** What a run goes by: the edition it entered with, or where that is not known (any more) the newest. */
    public Optional<Edition> of(Run run) {
        return of(
                run.journey(),
                run.edition() != null
                        ? run.edition()
                        : rows.ofVersion(run.journey(), run.version()).orElse(null));
    }

    /**
     * This edition of a journey, or where it is not kept (any more) the newest.
     *
     * @param hash null for the newest
     */
    public Optional<Edition> of(String journey, @Nullable String hash) {
        return Optional.ofNullable(hash).flatMap(this::find).or(() -> newest(journey));
    }

    /** What serves whoever enters a journey now. */
    public Optional<Edition> newest(String journey) {
        return Optional.ofNullable(newest().ofJourney().get(journey))
                .flatMap(this::find)
                .or(() -> folders.of(journey).map(Edition::of));
    }

    /** What all journeys share, as it is in use. */
    public Optional<JourneyFolder> shared() {
        return Optional.ofNullable(newest().ofFolder().get(JourneyFolders.SHARED))
                .flatMap(this::find)
                .map(Edition::folder)
                .or(() -> folders.named(JourneyFolders.SHARED));
    }

    /** Every edition of every journey that was ever in use here, the newest of each journey first. */
    public List<EditionInUse> all() {
        return rows.inUse();
    }

    /** By what people know this edition, kept or not; without a commit where it never was in use. */
    public EditionMark mark(String hash) {
        return rows.mark(hash).orElseGet(() -> new EditionMark(hash, null, false));
    }

    /** Puts an edition into use. */
    void release(Edition edition, @Nullable Revision revision, List<EngineVersion> versions) {
        rows.release(edition, revision, versions);
        looked = null;
    }

    private Optional<Edition> find(String hash) {
        Edition edition = known.get(hash);
        if (edition != null) {
            return Optional.of(edition);
        }
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        Optional<Edition> read = rows.find(hash);
        read.ifPresent(found -> known.put(hash, found));
        return read;
    }

    private EditionRows.Newest newest() {
        Looked last = looked;
        if (last == null || System.nanoTime() - last.at() > lookAgain.toNanos()) {
            last = new Looked(rows.newest(), System.nanoTime());
            looked = last;
        }
        return last.newest();
    }
}
