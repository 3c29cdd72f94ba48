package dev.afterglow.messaging.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenTest {

    @Test
    void aTokenHas144BitsAndOneSpelling() {
        String text = Token.fresh().text();

        assertThat(Base64.getUrlDecoder().decode(text)).hasSize(18);
        assertThat(text).matches("[A-Za-z0-9_-]{24}");
    }

    @Test
    void noTwoAreAlikeAndNoBitIsAlwaysTheSame() {
        Set<String> tokens =
                Stream.generate(() -> Token.fresh().text()).limit(10_000).collect(Collectors.toSet());

        assertThat(tokens).hasSize(10_000);
        for (int place = 0; place < 24; place++) {
            int at = place;
            assertThat(tokens.stream().map(token -> token.charAt(at)).distinct())
                    .hasSize(64);
        }
    }

    @Test
    void theHashIsSha256AndTheTokenIsNothingForALog() {
        assertThat(new Token("abc").hash()).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
        assertThat(new Token("abc").toString()).doesNotContain("abc");
    }
}
