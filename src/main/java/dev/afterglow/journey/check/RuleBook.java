package dev.afterglow.journey.check;

import java.util.List;

/** Rules of one kind. Every bean of this type is asked, whichever room it is in. */
public interface RuleBook {

    /** The rules, in the order the reference page lists them. */
    List<Rule> rules();
}
