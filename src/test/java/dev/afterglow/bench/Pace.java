package dev.afterglow.bench;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many messages may be open at once: one more after each window that went well, half as many when told "busy". */
final class Pace {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final int largest;
    private double size;
    private int open;

    Pace(int largest) {
        this.largest = largest;
        this.size = largest / 4.0;
    }

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

    void close(boolean busy) {
        lock.lock();
        try {
            open--;
            size = busy ? Math.max(1, size / 2) : Math.min(largest, size + 1 / size);
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
