package io.vinbridge.database;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Column of many rows, given to a statement as one array that it unnests. The array is of the column's own type, and
 * not of objects: such a one the driver sends as it is, while it writes objects into one text with every quote escaped,
 * which PostgreSQL must read again.
 *
 * @param type the name of its elements' type in PostgreSQL
 * @param array makes an array of that many elements
 */
public record ArrayColumn<V>(String type, IntFunction<V[]> array) {

    public static final ArrayColumn<String> TEXT = new ArrayColumn<>("text", String[]::new);
    public static final ArrayColumn<byte[]> BYTES = new ArrayColumn<>("bytea", byte[][]::new);
    public static final ArrayColumn<Short> SMALLINT = new ArrayColumn<>("smallint", Short[]::new);
    public static final ArrayColumn<Integer> INTEGER = new ArrayColumn<>("integer", Integer[]::new);
    public static final ArrayColumn<Long> BIGINT = new ArrayColumn<>("bigint", Long[]::new);
    public static final ArrayColumn<BigDecimal> NUMERIC = new ArrayColumn<>("numeric", BigDecimal[]::new);
    public static final ArrayColumn<Boolean> BOOLEAN = new ArrayColumn<>("boolean", Boolean[]::new);
    public static final ArrayColumn<LocalDate> DATE = new ArrayColumn<>("date", LocalDate[]::new);

    /** The value of each row in this column, null where it has none, for a named parameter. */
    public <R> SqlArrayValue of(Collection<R> rows, Function<? super R, ? extends V> value) {
        return new SqlArrayValue(type, (Object[]) rows.stream().map(value).toArray(array));
    }

    /** The values, for a named parameter. */
    public SqlArrayValue of(Collection<? extends V> values) {
        return new SqlArrayValue(type, (Object[]) values.toArray(array));
    }
}
