package dev.afterglow.journey;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many events may be open at the engine at once: one more after each window that went well, half as many when the
 * engine is busy (additive increase, multiplicative decrease, as in RFC 5681).
 */
class Window {

    private static final int SMALLEST = 1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final int largest;
    private double size;
    private int open;

    Window(int largest) {
        this.largest = largest;
        this.size = Math.max(SMALLEST, largest / 4.0);
    }

    /** Waits for room. */
    void open() throws InterruptedException {
        lock.lock();
        try {
            while (open >= (int) size) {
                room.await();
            }
            open++;
        } finally {
            lock.unlock();
        }
    }

    /** An event is no longer open. */
    void close(Verdict verdict) {
        lock.lock();
        try {
            open--;
            size = verdict instanceof Verdict.Busy ? Math.max(SMALLEST, size / 2) : Math.min(largest, size + 1 / size);
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return (int) size;
        } finally {
            lock.unlock();
        }
    }
}
