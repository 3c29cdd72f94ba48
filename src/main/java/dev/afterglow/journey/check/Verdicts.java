package dev.afterglow.journey.check;

import dev.afterglow.journey.JourneyFolder;
import dev.afterglow.journey.JourneyFolders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** What the check says of the folders as they are now; looked at again only when something in them changed. */
@Service
public class Verdicts {

    private final JourneyFolders folders;
    private final Checking checking;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(JourneyFolder folder, SortedMap<String, byte[]> shared, CheckedFolder verdict) {

        boolean isOf(JourneyFolder now, SortedMap<String, byte[]> sharedNow) {
            return same(folder.files(), now.files()) && same(shared, sharedNow);
        }
    }

    Verdicts(JourneyFolders folders, Checking checking) {
        this.folders = folders;
        this.checking = checking;
    }

    /** Every folder there is. */
    public List<CheckedFolder> all() {
        return folders.current().stream().map(this::of).toList();
    }

    /** The folder that holds this journey's diagram. */
    public Optional<CheckedFolder> ofJourney(String journey) {
        return folders.of(journey).map(this::of);
    }

    /** This folder; while nothing in it changes, the answer is the same object. */
    public CheckedFolder of(JourneyFolder folder) {
        SortedMap<String, byte[]> shared =
                folders.named(JourneyFolders.SHARED).map(JourneyFolder::files).orElseGet(TreeMap::new);
        return Objects.requireNonNull(known.compute(
                        folder.name(),
                        (name, last) -> last != null && last.isOf(folder, shared)
                                ? last
                                : new Known(folder, shared, checking.check(folder, folders.current()))))
                .verdict();
    }

    /** A folder from elsewhere, as if it stood beside ours. */
    public CheckedFolder ofStranger(JourneyFolder folder) {
        return checking.check(folder, folders.current());
    }

    private static boolean same(SortedMap<String, byte[]> some, SortedMap<String, byte[]> others) {
        return some.keySet().equals(others.keySet())
                && some.keySet().stream().allMatch(path -> Arrays.equals(some.get(path), others.get(path)));
    }
}
