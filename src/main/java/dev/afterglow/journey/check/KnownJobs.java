package dev.afterglow.journey.check;

import dev.afterglow.journey.StepField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The types of work there are workers for, and what each reads of its step. */
@Component
class KnownJobs {

    private static final String WORKERS = "classpath*:dev/afterglow/**/*Worker.class";

    private static final String JOB = "io.camunda.client.annotation.JobWorker";

    private final Map<String, List<StepField>> jobs = new TreeMap<>();

    KnownJobs() {
        try {
            var reader = new CachingMetadataReaderFactory();
            for (Resource worker : new PathMatchingResourcePatternResolver().getResources(WORKERS)) {
                String name =
                        reader.getMetadataReader(worker).getClassMetadata().getClassName();
                add(ClassUtils.resolveClassName(name, KnownJobs.class.getClassLoader()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The workers cannot be looked through", e);
        }
    }

    private void add(Class<?> worker) {
        for (Method method : worker.getDeclaredMethods()) {
            MergedAnnotations.from(method).stream(JOB)
                    .map(job -> job.getString("type"))
                    .forEach(type -> jobs.put(type, List.of(method.getAnnotationsByType(StepField.class))));
        }
    }

    Set<String> types() {
        return jobs.keySet();
    }

    /** What work of this type reads; empty where its worker does not say. */
    List<StepField> fields(String type) {
        return jobs.getOrDefault(type, List.of());
    }
}
