package dev.afterglow.journeys;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.camunda.client.annotation.JobWorker;
import java.util.Map;
import java.util.stream.Collectors;

/** The types of jobs that have a worker, each with the package the worker is in. */
final class JobTypes {

    private JobTypes() {}

    static Map<String, String> withTheirRooms() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.afterglow").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(JobWorker.class))
                        .collect(Collectors.toMap(
                                JobTypes::type, method -> method.getOwner().getPackageName()));
    }

    private static String type(JavaMethod worker) {
        return worker.getAnnotationOfType(JobWorker.class).type();
    }
}
