package io.vinbridge.refresh.schedules;

import java.time.Duration;

/**
 * Rows that are kept for a time and then forgotten; other rooms add theirs as beans.
 *
 * @param age an SQL expression over a row: since when it has been kept, null while it must not be forgotten
 */
public record Kept(String table, String age, Duration keep) {}
