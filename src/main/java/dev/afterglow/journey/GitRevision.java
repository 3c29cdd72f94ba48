package dev.afterglow.journey;

import dev.afterglow.journey.git.WorkTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out from which commit a folder is. */
final class GitRevision {

    private static final Logger LOG = LoggerFactory.getLogger(GitRevision.class);

    private GitRevision() {}

    /**
     * The commit that is checked out where the folder is.
     *
     * @return empty where git does not watch over it
     */
    static Optional<Revision> of(Path place, Edition edition) {
        try {
            Optional<WorkTree> tree = WorkTree.around(place);
            Optional<String> head =
                    tree.isEmpty() ? Optional.empty() : tree.get().head();
            return head.map(commit -> new Revision(commit, isChanged(tree.get(), commit, place, edition)));
        } catch (IOException | RuntimeException e) {
            LOG.warn("What git knows of {} cannot be read, so it goes without a revision", place, e);
            return Optional.empty();
        }
    }

    private static boolean isChanged(WorkTree tree, String commit, Path place, Edition edition) {
        try {
            JourneyFolder committed = new JourneyFolder(edition.folder().name(), tree.files(commit, place));
            return !Edition.of(committed).hash().equals(edition.hash());
        } catch (IOException | RuntimeException e) {
            LOG.warn("What {} looked like in commit {} cannot be read, so it counts as changed", place, commit, e);
            return true;
        }
    }
}
