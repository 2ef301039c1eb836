package io.vinbridge.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Column of a moment ({@code timestamptz}), which the driver reads as a time with an offset only. */
public final class InstantColumn {

    private InstantColumn() {}

    /** The moment in a column; null stays null. */
    public static @Nullable Instant of(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
