package dev.afterglow.history.file;

import java.io.BufferedReader;
import java.io.IOException;

/** The first characters of a file, without taking them away. */
final class Beginning {

    private static final int MOST = 1 << 14;

    private Beginning() {}

    static String of(BufferedReader text) throws IOException {
        text.mark(MOST);
        char[] head = new char[MOST];
        int length = 0;
        int read = 0;
        while (read >= 0 && length < MOST) {
            length += read;
            read = text.read(head, length, MOST - length);
        }
        text.reset();
        return new String(head, 0, Math.min(length, MOST));
    }
}
