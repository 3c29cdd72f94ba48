package dev.afterglow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class FolderLockTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondAppInTheFolderIsRefusedUntilTheFirstIsGone() {
        try (FolderLock first = FolderLock.take(DataFolder.of(folder))) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(DataFolder.of(folder)))
                    .isInstanceOf(LocalRunFailure.class)
                    .hasMessageContaining(folder.toString());
        }
        FolderLock.take(DataFolder.of(folder)).close();
    }

    @Test
    void twoFoldersAreTwoApps() {
        try (FolderLock one = FolderLock.take(DataFolder.of(folder.resolve("one")));
                FolderLock two = FolderLock.take(DataFolder.of(folder.resolve("two")))) {
            assertThat(one).isNotSameAs(two);
        }
    }

    @Test
    void theProcessThatHoldsItIsNamedAndItsDeathFreesIt() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("held");
            assertThatThrownBy(() -> FolderLock.take(DataFolder.of(folder)))
                    .hasMessageContaining("process " + holder.pid());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        FolderLock.take(DataFolder.of(folder)).close();
    }

    @Test
    void theAppSaysInPlainWordsWhyItDoesNotStart(CapturedOutput output) {
        try (FolderLock other = FolderLock.take(DataFolder.of(folder))) {
            assertThat(other).isNotNull();
            assertThatThrownBy(this::app).isInstanceOf(LocalRunFailure.class);
        }
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("is in use by another Afterglow")
                .contains("afterglow.data-dir");
    }

    @Test
    void anAppHoldsItUntilItIsClosed() {
        try (ConfigurableApplicationContext app = app()) {
            assertThat(app.isRunning()).isTrue();
            assertThatThrownBy(() -> FolderLock.take(DataFolder.of(folder))).isInstanceOf(LocalRunFailure.class);
        }
        FolderLock.take(DataFolder.of(folder)).close();
    }

    private ConfigurableApplicationContext app() {
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run("--afterglow.data-dir=" + folder);
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    /** Holds a folder until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (FolderLock lock = FolderLock.take(DataFolder.of(Path.of(arguments[0])))) {
                System.out.println(lock == null ? "" : "held");
                System.in.read();
            }
        }
    }
}
