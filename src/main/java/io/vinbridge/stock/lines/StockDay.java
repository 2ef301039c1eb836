package io.vinbridge.stock.lines;

import io.vinbridge.events.formats.text.TimeText;
import io.vinbridge.stock.dealers.Dealer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Day as a stock file writes it. Day and month are told apart by their numbers, by points between them, or by the
 * dealer's country.
 */
final class StockDay {

    private static final Pattern NUMBERS =
            Pattern.compile("([0-9]{1,2})([./-])([0-9]{1,2})\\2((?:19|20)?[0-9]{2})(?:[ T].*)?");
    private static final Set<String> MONTH_FIRST = Set.of("US", "PR", "PH", "GU");

    private StockDay() {}

    /** The day; null where it is none, or day and month cannot be told apart. */
    static LocalDate read(String text, Dealer dealer) {
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return read(numbers, dealer);
        }
        LocalDate worded = WordedDay.read(text);
        if (worded != null) {
            return worded;
        }
        ZoneId zone = dealer.zone();
        Instant time = TimeText.read(text, zone);
        return time == null ? null : time.atZone(zone).toLocalDate();
    }

    private static LocalDate read(Matcher numbers, Dealer dealer) {
        int one = Integer.parseInt(numbers.group(1));
        int other = Integer.parseInt(numbers.group(3));
        int year = Integer.parseInt(numbers.group(4));
        String country = dealer.address() == null ? null : dealer.address().country();
        boolean monthFirst = one <= 12 && (other > 12 || one == other || MONTH_FIRST.contains(String.valueOf(country)));
        boolean dayFirst =
                other <= 12 && (one > 12 || numbers.group(2).equals(".") || (country != null && !monthFirst));
        if (!monthFirst && !dayFirst) {
            return null;
        }
        try {
            int full = year < 100 ? 2000 + year : year;
            return numbers.group(2).equals(".") || !monthFirst
                    ? LocalDate.of(full, other, one)
                    : LocalDate.of(full, one, other);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
