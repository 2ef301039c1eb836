package io.vinbridge.stock.lines;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Day with the name of its month: {@code Jan 5, 2026}, {@code 5-Jan-26}, {@code 5. Januar 2026}. */
final class WordedDay {

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.ITALIAN,
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("nl"),
            Locale.forLanguageTag("pl"),
            Locale.forLanguageTag("pt"));

    private static final Pattern DAY_FIRST = Pattern.compile(
            "([0-9]{1,2})\\.?(?:st|nd|rd|th)?[\\s-]*(?:de )?(\\p{L}{3,12})\\.?(?:[\\s,/-]| de"
                    + " )+((?:19|20)?[0-9]{2})(?:\\s.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(\\p{L}{3,12})\\.?[\\s-]*([0-9]{1,2})(?:st|nd|rd|th)?[\\s,-]+((?:19|20)[0-9]{2})(?:\\s.*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Month> MONTHS = months();

    private WordedDay() {}

    /** The day; null where it is none. */
    static LocalDate read(String text) {
        Matcher day = DAY_FIRST.matcher(text);
        if (day.matches()) {
            return of(day.group(3), day.group(2), day.group(1));
        }
        Matcher month = MONTH_FIRST.matcher(text);
        return month.matches() ? of(month.group(3), month.group(1), month.group(2)) : null;
    }

    private static LocalDate of(String year, String name, String day) {
        Month month = MONTHS.get(name.toLowerCase(Locale.ROOT));
        if (month == null) {
            return null;
        }
        try {
            int written = Integer.parseInt(year);
            return LocalDate.of(written < 100 ? 2000 + written : written, month, Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                    months.putIfAbsent(
                            month.getDisplayName(style, language)
                                    .toLowerCase(language)
                                    .replace(".", ""),
                            month);
                }
            }
        }
        months.put("sept", Month.SEPTEMBER);
        return Map.copyOf(months);
    }
}
