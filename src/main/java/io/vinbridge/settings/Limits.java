package io.vinbridge.settings;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** Least and most of a setting, compared in the unit that its type has. */
record Limits(String least, String most) {

    /** True where the value, or each of a list, is neither less nor more. */
    boolean admit(Object value) {
        if (value instanceof Iterable<?> several) {
            for (Object one : several) {
                if (!admit(one)) {
                    return false;
                }
            }
            return true;
        }
        BigDecimal amount = amount(value);
        return amount(least, value).compareTo(amount) <= 0 && amount.compareTo(amount(most, value)) <= 0;
    }

    private static BigDecimal amount(Object value) {
        if (value instanceof Duration duration) {
            return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        }
        return value instanceof DataSize size ? BigDecimal.valueOf(size.toBytes()) : new BigDecimal(value.toString());
    }

    private static BigDecimal amount(String bound, Object like) {
        if (like instanceof Duration) {
            return amount(DurationStyle.detectAndParse(bound));
        }
        return like instanceof DataSize ? amount(DataSize.parse(bound)) : new BigDecimal(bound);
    }
}
