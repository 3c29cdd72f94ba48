package dev.afterglow.intake.reconciliation;

import java.util.Locale;

/** Why a shop's orders could not be had, and what to do about it. */
enum Trouble {
    /** 401 or 403. */
    TOKEN_REFUSED(
            true,
            "The shop does not let us in. Give us a token that may read orders, and look whether the shop is open."),
    /** 404 and other refusals of the question itself. */
    NOT_FOUND(true, "The shop does not know what it was asked for. Look at base-url and api-version."),
    /** Any redirect: the token is for one address only. */
    REDIRECTED(true, "The shop is somewhere else now. Put its present address into base-url."),
    /** A page that is not known any more; the window begins anew. */
    PAGE_LOST(false, "The shop forgot where we were. Nothing is to be done: this time begins anew."),
    /** 429. */
    LIMITED(false, "The shop asks us to wait. Nothing is to be done."),
    /** 5xx. */
    SHOP_STUMBLED(false, "The shop cannot answer now. It is asked again; look at the shop if this lasts."),
    /** No answer in time, or no connection. */
    UNREACHABLE(false, "The shop did not answer in time. It is asked again; look at the network if this lasts."),
    /** More than is read of any answer. */
    TOO_LARGE(true, "The shop's answer is larger than 32 MB. Look at what fills its orders."),
    /** No JSON, or no list of orders. */
    NOT_UNDERSTOOD(
            true, "The shop's answer is no list of orders. Look at base-url, and at what stands before the shop."),
    /** Ours. */
    NOT_KEPT(false, "What the shop said could not be kept here. The log says why.");

    private final boolean forSomebody;
    private final String advice;

    Trouble(boolean forSomebody, String advice) {
        this.forSomebody = forSomebody;
        this.advice = advice;
    }

    /** Whether it stays until a person does something. */
    boolean isForSomebody() {
        return forSomebody;
    }

    /** What to do. */
    String advice() {
        return advice;
    }

    /** As it is kept and shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Trouble of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
