package dev.afterglow.support;

/** Why people are called to a case. */
public enum Calling {
    /** Its deadline comes near. */
    REMINDER,
    /** Its deadline has passed. */
    ESCALATION
}
