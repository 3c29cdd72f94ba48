package dev.afterglow.rehearsal;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the engine waits for, as its own log tells: steps that are at work, and moments at which something is due. */
final class EngineLog {

    /** The name of messages that only ask whether everything before them was done. */
    static final String BARRIER = "rehearsal.barrier";

    private final StillEngine engine;
    private final Map<Long, Instant> timers = new HashMap<>();
    private final Map<Long, Instant> putOff = new HashMap<>();
    private final Map<Long, JobRecordValue> atWork = new HashMap<>();
    private final List<IncidentRecordValue> incidents = new ArrayList<>();
    private long read;

    EngineLog(StillEngine engine) {
        this.engine = engine;
    }

    /** Reads on; true when something happened since. */
    boolean readOn() {
        List<? extends Record<?>> news = StreamSupport.stream(engine.records().spliterator(), false)
                .skip(read)
                .toList();
        read += news.size();
        news.stream()
                .filter(record -> record.getRecordType() == RecordType.EVENT)
                .forEach(this::take);
        return news.stream().anyMatch(record -> !isBarrier(record));
    }

    /** True when no step is at work, and nothing that was due by then is left. */
    boolean restsAt(Instant moment) {
        return atWork.isEmpty() && !isLateAt(moment);
    }

    /** True when something that was due by then has not happened yet. */
    boolean isLateAt(Instant moment) {
        return due().anyMatch(due -> !due.isAfter(moment));
    }

    /** The next moment at which something is due by itself. */
    Optional<Instant> nextDue() {
        return due().min(Instant::compareTo);
    }

    /** What nobody finished, for people. */
    List<String> unfinished() {
        return atWork.values().stream()
                .map(job -> "%s (%s)".formatted(job.getElementId(), job.getType()))
                .distinct()
                .toList();
    }

    /** The steps that cannot go on. */
    List<IncidentRecordValue> incidents() {
        return List.copyOf(incidents);
    }

    private Stream<Instant> due() {
        return Stream.concat(timers.values().stream(), putOff.values().stream());
    }

    private static boolean isBarrier(Record<?> record) {
        return record.getValue() instanceof MessageRecordValue message
                && message.getName().equals(BARRIER);
    }

    private void take(Record<?> record) {
        switch (record.getValue()) {
            case TimerRecordValue timer -> timer(record, timer);
            case JobRecordValue job
            when record.getIntent() instanceof JobIntent intent -> job(record.getKey(), intent, job);
            case IncidentRecordValue incident
            when record.getIntent() == IncidentIntent.CREATED -> incidents.add(incident);
            default -> {}
        }
    }

    private void timer(Record<?> record, TimerRecordValue timer) {
        if (record.getIntent() == TimerIntent.CREATED) {
            timers.put(record.getKey(), Instant.ofEpochMilli(timer.getDueDate()));
        } else {
            timers.remove(record.getKey());
        }
    }

    private void job(long key, JobIntent intent, JobRecordValue job) {
        atWork.remove(key);
        putOff.remove(key);
        switch (intent) {
            case CREATED, TIMED_OUT, YIELDED, RECURRED_AFTER_BACKOFF, RETRIES_UPDATED -> atWork.put(key, job);
            case FAILED -> {
                if (job.getRetries() > 0 && job.getRetryBackoff() > 0) {
                    putOff.put(key, Instant.ofEpochMilli(job.getRecurringTime()));
                } else if (job.getRetries() > 0) {
                    atWork.put(key, job);
                }
            }
            default -> {}
        }
    }
}
