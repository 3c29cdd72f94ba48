package dev.afterglow.calendar;

import com.ibm.icu.util.Calendar;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** On which days people work: by country, and by state or province where that is known. */
final class WorkingDays {

    private static final Set<HolidayType> FREE = EnumSet.of(HolidayType.PUBLIC_HOLIDAY, HolidayType.BANK_HOLIDAY);
    private static final String WORLD = "001";
    private static final Set<String> KNOWN = Set.copyOf(HolidayManager.getSupportedCalendarCodes());

    private WorkingDays() {}

    /** Whether this is no day of the weekend there, by the Unicode CLDR; Saturday and Sunday where nobody knows. */
    static boolean isWeekday(LocalDate day, String country) {
        var week = Calendar.getWeekDataForRegion(country.isEmpty() ? WORLD : country);
        int first = fromMonday(week.weekendOnset);
        int last = fromMonday(week.weekendCease);
        int today = day.getDayOfWeek().getValue();
        boolean weekend = first <= last ? first <= today && today <= last : today >= first || today <= last;
        return !weekend;
    }

    /** Whether this is a weekday and no public holiday there. A country nobody knows has no holidays. */
    static boolean isBusinessDay(LocalDate day, String country, @Nullable String region) {
        return isWeekday(day, country) && !isHoliday(day, country.toUpperCase(Locale.ROOT), region);
    }

    private static boolean isHoliday(LocalDate day, String country, @Nullable String region) {
        if (!KNOWN.contains(country)) {
            return false;
        }
        HolidayManager holidays =
                HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        String[] parts = region == null ? new String[0] : new String[] {region.toLowerCase(Locale.ROOT)};
        return holidays.getHolidays(day, day, parts).stream()
                .map(Holiday::getType)
                .anyMatch(FREE::contains);
    }

    // why: in ICU the week begins with Sunday as 1, here with Monday.
    private static int fromMonday(int day) {
        return DayOfWeek.SUNDAY.plus(day - 1L).getValue();
    }
}
