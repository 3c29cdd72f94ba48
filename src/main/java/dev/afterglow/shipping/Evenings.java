package dev.afterglow.shipping;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The moment of each day at which one parcel is looked at.
 *
 * @param at by the clock at the delivery address
 */
record Evenings(LocalTime at, ZoneId zone) {

    // why: thousands of parcels are looked at each evening, and timers due together are what an engine suffers from.
    static Evenings of(String parcelId, Lookout lookout, ZoneId zone) {
        int early = Math.floorMod(parcelId.hashCode(), lookout.spread() + 1);
        return new Evenings(lookout.tellBy().minusMinutes(early), zone);
    }

    /** The next of them after this moment. */
    ZonedDateTime after(ZonedDateTime now) {
        return of(last(now).plusDays(1));
    }

    /** The last day whose moment has come. */
    LocalDate last(ZonedDateTime now) {
        LocalDate today = now.toLocalDate();
        return now.isBefore(of(today)) ? today.minusDays(1) : today;
    }

    private ZonedDateTime of(LocalDate day) {
        return day.atTime(at).atZone(zone);
    }
}
