package dev.afterglow.feedback;

import java.util.Locale;

/** Roughly how content somebody is: all a journey learns of an answer. */
public enum Band {
    LOW,
    MIDDLE,
    HIGH;

    /** The word gateways compare with. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
