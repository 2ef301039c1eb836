package io.vinbridge.settings;

import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/**
 * Judge of Quartz's cron expressions. Quartz bends some that are wrong: minute 99 becomes every minute, {@code 7x}
 * becomes 7, and what never comes is never told of.
 */
public final class Cron {

    private static final Pattern ITEM =
            Pattern.compile("(\\*|\\?|[0-9]+|[A-Z]{3})(?:-([0-9]+|[A-Z]{3}))?(?:/([0-9]+))?");
    private static final Pattern OF_A_DAY =
            Pattern.compile("L(-[0-9]+)?W?|[0-9]+W|([1-7]|[A-Z]{3})L|([1-7]|[A-Z]{3})#[1-5]");
    private static final String MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC";
    private static final String WEEKDAYS = "SUN MON TUE WED THU FRI SAT";
    private static final List<Field> FIELDS = List.of(
            new Field("second", 0, 59, ""),
            new Field("minute", 0, 59, ""),
            new Field("hour", 0, 23, ""),
            new Field("day of the month", 1, 31, ""),
            new Field("month", 1, 12, MONTHS),
            new Field("day of the week", 1, 7, WEEKDAYS),
            new Field("year", 1970, 2299, ""));

    private Cron() {}

    /**
     * The fault of an expression, as a clause such as {@code its minute 99 is not between 0 and 59}; null where there
     * is none.
     */
    public static String fault(String expression) {
        String[] parts = expression.strip().toUpperCase(Locale.ROOT).split("\\s+", -1);
        if (parts.length < FIELDS.size() - 1 || parts.length > FIELDS.size()) {
            return "it has " + parts.length
                    + " fields; write six, second minute hour day-of-month month day-of-week, such as 0 30 4 * * ?";
        }
        for (int i = 0; i < parts.length; i++) {
            for (String item : parts[i].split(",", -1)) {
                if (!FIELDS.get(i).takes(item)) {
                    return FIELDS.get(i).fault(item);
                }
            }
        }
        return faultOfTheWhole(expression.strip());
    }

    @SuppressWarnings("JavaUtilDate") // Quartz takes no other
    private static String faultOfTheWhole(String expression) {
        try {
            return new CronExpression(expression).getNextValidTimeAfter(new Date()) == null
                    ? "it names a time that never comes"
                    : null;
        } catch (ParseException e) {
            return "Quartz says: " + e.getMessage();
        }
    }

    /** One place of an expression, with what may stand there. */
    private record Field(String name, int least, int most, String names) {

        boolean takes(String item) {
            Matcher plain = ITEM.matcher(item);
            if (!plain.matches()) {
                return name.startsWith("day") && OF_A_DAY.matcher(item).matches();
            }
            return value(plain.group(1)) && value(plain.group(2)) && step(plain.group(3));
        }

        String fault(String item) {
            return "its " + name + " " + item + " is not between " + least + " and " + most;
        }

        private boolean value(String text) {
            if (text == null || text.equals("*") || text.equals("?")) {
                return true;
            }
            return Character.isDigit(text.charAt(0)) ? within(text, least) : names.contains(text);
        }

        private boolean step(String text) {
            return text == null || within(text, 1);
        }

        private boolean within(String number, int from) {
            return number.length() <= 4 && Integer.parseInt(number) >= from && Integer.parseInt(number) <= most;
        }
    }
}
