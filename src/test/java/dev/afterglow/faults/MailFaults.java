package dev.afterglow.faults;

import java.util.Random;

/**
 * How often a mail server misbehaves, each as a share of one.
 *
 * @param busy 4xx at a verb
 * @param refused 550 at RCPT, or 554 after the final dot
 * @param hangUp the connection is closed at a verb, before the final dot
 * @param stall no answer at a verb until the client gives up
 * @param drip an answer that comes a byte at a time
 * @param cutAfterDot the mail is taken and the connection closed before saying so
 */
public record MailFaults(double busy, double refused, double hangUp, double stall, double drip, double cutAfterDot) {

    /** A server that does nothing wrong. */
    public static final MailFaults NONE = new MailFaults(0, 0, 0, 0, 0, 0);

    /** A server with everything that can go wrong before the final dot. */
    public static final MailFaults BEFORE_THE_DOT = new MailFaults(0.01, 0.005, 0.01, 0.002, 0.01, 0);

    /** What a server does at one place. */
    enum Deed {
        ANSWER,
        BUSY,
        REFUSE,
        HANG_UP,
        STALL,
        DRIP,
        CUT
    }

    Deed at(String place, Random chance) {
        boolean dot = place.equals(".");
        double roll = chance.nextDouble();
        if ((roll -= busy) < 0) {
            return Deed.BUSY;
        }
        if ((roll -= refused) < 0 && (dot || place.equals("RCPT"))) {
            return Deed.REFUSE;
        }
        if ((roll -= hangUp) < 0 && !dot) {
            return Deed.HANG_UP;
        }
        if ((roll -= stall) < 0 && !dot) {
            return Deed.STALL;
        }
        if ((roll -= drip) < 0) {
            return Deed.DRIP;
        }
        return roll - cutAfterDot < 0 && dot ? Deed.CUT : Deed.ANSWER;
    }
}
