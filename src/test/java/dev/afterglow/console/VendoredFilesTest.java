package dev.afterglow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class VendoredFilesTest {

    @Test
    void htmxIsTheReleasedOne() throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/static/vendor/htmx-2.0.11/htmx.min.js")) {
            assertThat(file).isNotNull();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo("d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717");
        }
        assertThat(getClass().getResource("/static/vendor/htmx-2.0.11/LICENSE")).isNotNull();
    }
}
