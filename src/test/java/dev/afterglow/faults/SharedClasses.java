package dev.afterglow.faults;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The classes of this build for a process that is started very often: folders as jars, because only those can be shared
 * between processes (class data sharing), which halves the time of a start.
 */
public record SharedClasses(String path, Path archive) {

    private static final int FIRST_WITH_AHEAD_OF_TIME = 25;

    /** Packs this test's own class path below a folder. */
    public static SharedClasses in(Path folder) throws IOException {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> jars = new ArrayList<>();
        for (String entry : own.split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? pack(path, folder.resolve(jars.size() + ".jar")) : entry);
        }
        return new SharedClasses(String.join(File.pathSeparator, jars), folder.resolve("classes.jsa"));
    }

    /** The options for the process. The first that ends by itself writes the archive. */
    public List<String> options() {
        return Runtime.version().feature() < FIRST_WITH_AHEAD_OF_TIME ? shared() : aheadOfTime();
    }

    private List<String> shared() {
        return List.of(
                "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off", "-cp", path);
    }

    // why: besides classes this keeps them linked (JEP 483, 514), and halves the time of a start once more.
    private List<String> aheadOfTime() {
        String option = Files.exists(archive) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=";
        return List.of(option + archive, "-Xlog:aot*=off", "-Xlog:cds*=off", "-cp", path);
    }

    private static String pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            packed.setLevel(0);
            for (Path file : files.toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                if (!name.isEmpty()) {
                    boolean isFolder = Files.isDirectory(file);
                    packed.putNextEntry(new JarEntry(isFolder ? name + "/" : name));
                    if (!isFolder) {
                        Files.copy(file, packed);
                    }
                    packed.closeEntry();
                }
            }
        }
        return jar.toString();
    }
}
