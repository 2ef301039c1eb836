package io.vinbridge.failures.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long readers wait for the database. The first two together with a tenth of a second are the longest that a reader is kept.
 *
 * @param readers how many connections are kept for readers alone, beside those of {@code spring.datasource.hikari}
 * @param readersWait how long a reader waits for a connection
 * @param statementLimit how long a reader's statement may take; PostgreSQL ends it then
 * @param statementOption whether PostgreSQL is told that limit when a connection begins ({@code options=-c statement_timeout}); a pooler
 *     may have to be told to let that pass
 * @param tryAgain for how long nobody asks a database that has not been answering
 */
@ConfigurationProperties("vinbridge.database")
record DatabaseSettings(
        @DefaultValue("8") int readers,
        @DefaultValue("400ms") Duration readersWait,
        @DefaultValue("400ms") Duration statementLimit,
        @DefaultValue("true") boolean statementOption,
        @DefaultValue("1s") Duration tryAgain) {}
