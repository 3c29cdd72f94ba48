package dev.afterglow.history;

import dev.afterglow.history.file.DateOrder;
import dev.afterglow.history.file.Format;
import dev.afterglow.history.file.Group;
import dev.afterglow.history.file.Groups;
import dev.afterglow.history.file.Survey;
import dev.afterglow.history.file.Unreadable;
import dev.afterglow.intake.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** Reads a file from where it was left, and takes it in batches. What is killed goes on after the last whole batch. */
@Service
class TakingHistory {

    static final Duration LEASE = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(TakingHistory.class);
    private static final int TRIES = 5;

    private final String worker = UUID.randomUUID().toString();
    private final Imports imports;
    private final Batch batch;
    private final UploadedFiles files;
    private final HistorySettings settings;
    private final Clock clock;

    TakingHistory(Imports imports, Batch batch, UploadedFiles files, HistorySettings settings, Clock clock) {
        this.imports = imports;
        this.batch = batch;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /** The oldest that waits and whose file is here; nothing when there is none. */
    Optional<Import> next() {
        return imports.due().stream()
                .filter(one -> Files.exists(files.path(one.id())))
                .filter(one -> imports.claim(one.id(), worker, LEASE))
                .findFirst();
    }

    /** Takes all of it, or as much as can be until somebody says so. */
    void take(Import one, BooleanSupplier stopped) {
        try {
            if (read(one, stopped)) {
                end(one);
            } else {
                imports.release(one.id(), worker);
            }
        } catch (Batch.Taken taken) {
            LOG.info("The import {} was stopped", one.id());
        } catch (Unreadable unreadable) {
            imports.end(one.id(), ImportState.FAILED, String.valueOf(unreadable.getMessage()));
        } catch (IOException | UncheckedIOException broken) {
            LOG.warn("The file of the import {} cannot be read", one.id(), broken);
            imports.end(one.id(), ImportState.FAILED, sentence(broken));
        } catch (TransientDataAccessException | TransactionException away) {
            // why: the lease runs out, and whoever comes first goes on from the last batch.
            LOG.warn("The import {} is interrupted, and goes on by itself", one.id(), away);
        } catch (RuntimeException bug) {
            LOG.error("The import {} failed", one.id(), bug);
            imports.end(one.id(), ImportState.FAILED, "Something went wrong here; the log says what.");
        }
    }

    private boolean read(Import one, BooleanSupplier stopped) throws IOException {
        Path path = files.path(one.id());
        Format format = one.manner().format();
        Survey survey = Survey.of(path, format, () -> hold(one));
        DateOrder dates = dates(one.manner(), survey);
        if (!imports.surveyed(one.id(), worker, survey.rows(), survey.unknown())) {
            throw new Batch.Taken();
        }
        Understanding reading = new Understanding(one.manner(), dates, clock.instant());
        try (Groups groups = Groups.of(path, format, survey, one.read())) {
            while (groups.hasNext() && !stopped.getAsBoolean()) {
                take(one, some(groups), reading);
            }
            return !groups.hasNext();
        }
    }

    private List<Group> some(Groups groups) {
        List<Group> some = new ArrayList<>();
        int rows = 0;
        while (groups.hasNext() && rows < settings.rowsAtOnce()) {
            Group next = groups.next();
            some.add(next);
            rows += Math.max(1, next.rows().size());
        }
        return some;
    }

    private void take(Import one, List<Group> groups, Understanding reading) {
        for (int tried = 1; ; tried++) {
            try {
                batch.take(one, worker, groups, reading, LEASE);
                return;
            } catch (DataIntegrityViolationException | Refusal unfit) {
                oneByOne(one, groups, reading);
                return;
            } catch (TransientDataAccessException crossed) {
                // why: something live held the same rows; it is through by now.
                if (tried == TRIES) {
                    throw crossed;
                }
            }
        }
    }

    private void oneByOne(Import one, List<Group> groups, Understanding reading) {
        for (Group group : groups) {
            try {
                batch.take(one, worker, List.of(group), reading, LEASE);
            } catch (Refusal refusal) {
                batch.giveUp(
                        one, worker, group, String.valueOf(refusal.getBody().getDetail()), LEASE);
            } catch (DataIntegrityViolationException unfit) {
                LOG.warn("Line {} of the import {} does not fit", group.end(), one.id(), unfit);
                batch.giveUp(one, worker, group, "does not fit into the tables", LEASE);
            }
        }
    }

    private void hold(Import one) {
        if (!imports.renew(one.id(), worker, LEASE)) {
            throw new Batch.Taken();
        }
    }

    private static DateOrder dates(Manner manner, Survey survey) {
        if (manner.dates() != null) {
            return manner.dates();
        }
        if (survey.doubtful() && survey.dates().isEmpty()) {
            throw new Unreadable("Dates such as 3/4/2024 may be read in two ways, and nothing in the file says which."
                    + " Say --dates dmy or --dates mdy.");
        }
        return survey.dates().orElse(DateOrder.DAY_FIRST);
    }

    private void end(Import one) throws IOException {
        imports.end(one.id(), ImportState.DONE, "");
        Import done = imports.find(one.id()).orElseThrow();
        LOG.info(
                "The import {} is done: {} rows taken, {} known, {} refused",
                one.id(),
                done.taken(),
                done.known(),
                done.refused());
        if (done.refused() == 0) {
            files.delete(one.id());
        }
    }

    /** Takes files out that nobody came for. */
    void tidyUp() {
        Instant before = clock.instant().minus(settings.keepRefused());
        for (String id : imports.endedBefore(before)) {
            try {
                files.delete(id);
            } catch (IOException stuck) {
                LOG.warn("The file of the import {} cannot be taken out", id, stuck);
            }
        }
    }

    private static String sentence(Exception broken) {
        Throwable cause = broken instanceof UncheckedIOException wrapped ? wrapped.getCause() : broken;
        return cause instanceof EOFException || cause instanceof ZipException
                ? "The packed file is cut off or broken."
                : "The file cannot be read here; the log says why.";
    }
}
