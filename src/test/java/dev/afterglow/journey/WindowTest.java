package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTest {

    private final Window window = new Window(64);

    @Test
    void itBeginsCarefully() {
        assertThat(window.size()).isEqualTo(16);
    }

    @Test
    void itGrowsWhileAllIsWellButNeverBeyondItsBound() throws InterruptedException {
        answer(new Verdict.Taken(), 5_000);
        assertThat(window.size()).isEqualTo(64);
    }

    @Test
    void itHalvesWhenTheEngineIsBusyButNeverCloses() throws InterruptedException {
        answer(new Verdict.Busy(), 1);
        assertThat(window.size()).isEqualTo(8);
        answer(new Verdict.Busy(), 100);
        assertThat(window.size()).isEqualTo(1);
    }

    private void answer(Verdict verdict, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            window.open();
            window.close(verdict);
        }
    }
}
