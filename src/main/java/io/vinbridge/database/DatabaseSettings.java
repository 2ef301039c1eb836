package io.vinbridge.database;

import io.vinbridge.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the connections to the database: the wait for a connection and the limit of the statement together with a
 * tenth of a second are the longest that a reader is kept.
 *
 * @param readers how many connections are kept for readers alone, beside those of {@code spring.datasource.hikari}
 * @param readersWait how long a reader waits for a connection
 * @param statementLimit how long a reader's statement may take; PostgreSQL ends it then
 * @param lists how many connections are kept for lists alone: so many lists are read at once, and the next wait
 * @param listsWait how long a list waits for a connection
 * @param listsLimit how long the statement of a list may take; PostgreSQL ends it then
 * @param idleTransaction how long a node may say nothing in the middle of a transaction; PostgreSQL ends that then,
 *     because it holds locks: a node that is frozen would hold up all others with them until it goes on
 * @param statementOption whether PostgreSQL is told these two limits when a connection begins ({@code options=-c ...});
 *     a pooler may have to be told to let that pass
 * @param breakerOpenFor how long the circuit breaker of the connections stays open
 */
@ConfigurationProperties("vinbridge.database")
record DatabaseSettings(
        @Bounds(least = "1", most = "200") @DefaultValue("8")
        int readers,

        @Bounds(least = "250ms", most = "1m") @DefaultValue("400ms")
        Duration readersWait,

        @Bounds(least = "1ms", most = "10m") @DefaultValue("400ms")
        Duration statementLimit,

        @Bounds(least = "1", most = "100") @DefaultValue("3")
        int lists,

        @Bounds(least = "250ms", most = "1m") @DefaultValue("2s")
        Duration listsWait,

        @Bounds(least = "1ms", most = "10m") @DefaultValue("3s")
        Duration listsLimit,

        @Bounds(least = "100ms", most = "1h") @DefaultValue("10s")
        Duration idleTransaction,

        @DefaultValue("true") boolean statementOption,

        @Bounds(least = "10ms", most = "10m") @DefaultValue("1s")
        Duration breakerOpenFor) {}
