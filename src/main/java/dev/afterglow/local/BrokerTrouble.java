package dev.afterglow.local;

/** The broker cannot be started or is gone; the reason is for the person who reads the health page. */
final class BrokerTrouble extends Exception {

    BrokerTrouble(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
