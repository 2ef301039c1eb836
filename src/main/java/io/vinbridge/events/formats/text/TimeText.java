package io.vinbridge.events.formats.text;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time as common libraries write it: ISO 8601, extended and basic, with any offset; RFC 1123 and 850; what the C
 * library, Java, Ruby, Go and JavaScript print; seconds, milli-, micro- and nanoseconds since 1970. Without a zone it
 * is UTC. Where day and month cannot be told apart it is none.
 */
public final class TimeText {

    private static final int LONGEST = 80;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final String MONTHS = "(?<mo>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
    private static final String CLOCK = "(?<h>\\d{2}):?(?<m>\\d{2})(?::?(?<s>\\d{2})(?:[.,](?<f>\\d{1,12}))?)?";
    private static final String ZONE =
            "(?<z>(?:UTC|GMT|UT)?[+-]\\d{2}:?(?:\\d{2})?(?::?\\d{2})?|[A-Za-z]{1,5}(?:/[A-Za-z_]+)?)";
    private static final String REST =
            "(?:\\s*\\[[^]]*])?(?:\\s+\\([^)]*\\))?(?:\\s+[A-Z]{3,5})?(?:\\s+m=[+-][0-9.]+)?";
    private static final String WEEKDAY = "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\\s+)?";

    private static final List<Pattern> FORMS = List.of(
            form("(?<y>\\d{4})(?<sep>[-/]?)(?<mo>\\d{2})\\k<sep>(?<d>\\d{2})(?:[T\\s]*" + CLOCK + "\\s*" + ZONE + "?"
                    + REST + ")?"),
            form(WEEKDAY + "(?<d>\\d{1,2})[ -]" + MONTHS + "[ -](?<y>\\d{4}|\\d{2})\\s+" + CLOCK + "\\s*" + ZONE + "?"
                    + REST),
            form(WEEKDAY + MONTHS + "\\s+(?<d>\\d{1,2})\\s+" + CLOCK + "\\s*" + ZONE + "?\\s+(?<y>\\d{4})"),
            form(WEEKDAY + MONTHS + "\\s+(?<d>\\d{1,2})\\s+(?<y>\\d{4})\\s+" + CLOCK + "\\s*" + ZONE + "?" + REST));

    /** As most write it, read at a fraction of what it costs to look through all forms. */
    private static final Pattern USUAL =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:\\d{2})");

    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}(?:\\.\\d{1,9})?|\\d{11,13}|\\d{15,19}");
    private static final Pattern SERIALIZED = Pattern.compile("/Date\\((\\d{1,14})(?:[+-]\\d{4})?\\)/");

    /** The names of RFC 822; others would have to be guessed. */
    private static final Map<String, Integer> HOURS = Map.of(
            "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7, "CET", 1, "CEST",
            2);

    private TimeText() {}

    /** The moment, to the microsecond; null where it is none, or none between 1970 and 2200. */
    public static Instant read(String written) {
        return read(written, ZoneOffset.UTC);
    }

    /** The same, where a time without a zone is in one that is known. */
    public static Instant read(String written, ZoneId usual) {
        if (written.length() > LONGEST) {
            return null;
        }
        if (USUAL.matcher(written).matches()) {
            try {
                return within(usual(written));
            } catch (DateTimeException e) {
                // A leap second, or none at all: the forms tell.
            }
        }
        return readForms(written, usual);
    }

    private static Instant usual(String text) {
        int zone = text.endsWith("Z") ? text.length() - 1 : text.length() - 6;
        LocalDateTime time = LocalDateTime.of(
                digits(text, 0, 4),
                digits(text, 5, 7),
                digits(text, 8, 10),
                digits(text, 11, 13),
                digits(text, 14, 16),
                digits(text, 17, 19),
                zone == 19 ? 0 : nanos(text.substring(20, zone)));
        return time.toInstant(zone == text.length() - 1 ? ZoneOffset.UTC : ZoneOffset.of(text.substring(zone)));
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Instant readForms(String written, ZoneId usual) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .strip();
        try {
            Matcher serialized = SERIALIZED.matcher(text);
            if (serialized.matches()) {
                return within(Instant.ofEpochMilli(Long.parseLong(serialized.group(1))));
            }
            if (EPOCH.matcher(text).matches()) {
                return read(new BigDecimal(text));
            }
            for (Pattern form : FORMS) {
                Matcher parts = form.matcher(text);
                if (parts.matches()) {
                    return within(moment(parts, usual));
                }
            }
        } catch (DateTimeException e) {
            // It is none: it names a day or a zone that there is not.
        }
        return null;
    }

    /**
     * Of a number, which is seconds since 1970, or, from 100,000,000,000 on, the thousandth, millionth or billionth
     * part of one.
     */
    public static Instant read(BigDecimal number) {
        if (number.signum() < 0 || number.precision() - number.scale() > 19 || number.scale() > 40) {
            return null;
        }
        int digits = number.precision() - number.scale();
        int finer = digits <= 11 ? 0 : digits <= 14 ? 3 : digits <= 16 ? 6 : 9;
        BigDecimal seconds = number.movePointLeft(finer);
        long whole = seconds.longValue();
        return within(Instant.ofEpochSecond(
                whole,
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue()));
    }

    private static Instant within(Instant time) {
        return time.isAfter(EARLIEST) && time.isBefore(LATEST) ? time.truncatedTo(ChronoUnit.MICROS) : null;
    }

    private static Instant moment(Matcher parts, ZoneId usual) {
        int year = Integer.parseInt(parts.group("y"));
        String second = parts.group("h") == null ? null : parts.group("s");
        String fraction = parts.group("h") == null ? null : parts.group("f");
        LocalDateTime time = LocalDateTime.of(
                year < 100 ? 2000 + year : year,
                month(parts.group("mo")),
                Integer.parseInt(parts.group("d")),
                number(parts.group("h")),
                number(parts.group("m")),
                // A leap second is the end of the one before it.
                Math.min(59, number(second)),
                fraction == null ? 0 : nanos(fraction));
        String zone = parts.group("z");
        return time.atZone(zone == null ? usual : zone(zone)).toInstant();
    }

    private static int nanos(String fraction) {
        return Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int month(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(written.toLowerCase(Locale.ROOT)) / 3 + 1;
    }

    private static ZoneId zone(String written) {
        String zone = written.toUpperCase(Locale.ROOT);
        if (List.of("Z", "UTC", "GMT", "UT").contains(zone)) {
            return ZoneOffset.UTC;
        }
        Integer hours = HOURS.get(zone);
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
        }
        return zone.indexOf('/') > 0 ? ZoneId.of(written) : ZoneOffset.of(zone.replaceFirst("^(UTC|GMT|UT)", ""));
    }

    private static Pattern form(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE);
    }
}
