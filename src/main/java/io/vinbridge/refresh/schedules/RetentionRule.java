package io.vinbridge.refresh.schedules;

import java.time.Duration;

/**
 * Retention of one kind of rows; other rooms add theirs as beans.
 *
 * @param age the column that says since when a row has been kept, behind what else must hold so that it may be
 *     forgotten, as in {@code due_at IS NULL AND received_at}: an index on that column then finds the old ones
 */
public record RetentionRule(String table, String age, Duration keep) {}
