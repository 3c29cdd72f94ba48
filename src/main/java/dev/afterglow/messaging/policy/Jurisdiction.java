package dev.afterglow.messaging.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose law counts for a customer, as far as our defaults follow it. These are defaults a shop can change, and no legal
 * advice. A yes always suffices and a no always counts; the question is what silence means.
 */
enum Jurisdiction {
    /**
     * Consent before marketing by e-mail, or the rule for existing customers (§ 7 (2), (3) UWG). A survey sent with an
     * invoice is advertising (Federal Court of Justice, 10 July 2018, VI ZR 225/17).
     */
    GERMANY(Silence.MEANS_NO, true),
    /** Consent or the rule for existing customers (Directive 2002/58/EC, Art. 13 (1), (2)). Surveys as in Germany, to be safe. */
    EUROPEAN_ECONOMIC_AREA(Silence.MEANS_NO, true),
    /** Consent or the soft opt-in (PECR 2003, regulation 22). Surveys as in Germany, to be safe. */
    UNITED_KINGDOM(Silence.MEANS_NO, true),
    /** Consent, or the rule for existing customers (UWG, Art. 3 (1) (o)). Surveys as in Germany, to be safe. */
    SWITZERLAND(Silence.MEANS_NO, true),
    /** E-mail may be sent until the customer opts out (CAN-SPAM Act, 15 U.S.C. 7704). */
    UNITED_STATES(Silence.MEANS_YES, false),
    /** Consent is implied for two years after a purchase (CASL, s. 10 (9), (10)). */
    CANADA(Silence.MEANS_YES_AFTER_A_PURCHASE, false),
    /** Everywhere else, and where we do not know: as strict as anywhere. */
    ELSEWHERE(Silence.MEANS_NO, true);

    /** What it means for marketing by e-mail when a customer never said anything. */
    enum Silence {
        MEANS_NO,
        MEANS_YES,
        MEANS_YES_AFTER_A_PURCHASE
    }

    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT",
            "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private final Silence silence;
    private final boolean surveysAreMarketing;

    Jurisdiction(Silence silence, boolean surveysAreMarketing) {
        this.silence = silence;
        this.surveysAreMarketing = surveysAreMarketing;
    }

    Silence silence() {
        return silence;
    }

    boolean surveysAreMarketing() {
        return surveysAreMarketing;
    }

    static Jurisdiction of(@Nullable String country) {
        return switch (country) {
            case "DE" -> GERMANY;
            case "GB" -> UNITED_KINGDOM;
            case "CH" -> SWITZERLAND;
            case "US" -> UNITED_STATES;
            case "CA" -> CANADA;
            case null -> ELSEWHERE;
            default -> EEA.contains(country) ? EUROPEAN_ECONOMIC_AREA : ELSEWHERE;
        };
    }
}
