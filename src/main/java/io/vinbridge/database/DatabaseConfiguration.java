package io.vinbridge.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Connection pools: one for readers, with limits of its own (a bulkhead), and one for all others. A circuit breaker
 * stands before each.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    static final String READERS = "readers";
    static final String LISTS = "listReaders";

    private static final Duration BEYOND_THE_STATEMENT = Duration.ofMillis(100);
    private static final int WINDOW = 20;
    private static final int ENOUGH_CALLS = 10;

    @Bean
    CircuitBreaker databaseBreaker(DatabaseSettings settings) {
        return told(CircuitBreaker.of("database", opening(80, settings).build()));
    }

    @Bean
    CircuitBreaker readersBreaker(DatabaseSettings settings) {
        return told(CircuitBreaker.of(
                READERS,
                opening(50, settings).recordException(ReadQueries::trouble).build()));
    }

    /** In the place of the pool itself for everybody who wants a connection. */
    @Bean
    static BeanPostProcessor guardedPool(
            @Qualifier("databaseBreaker") ObjectProvider<CircuitBreaker> breaker,
            ObjectProvider<DatabaseSettings> settings) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dataSource") && bean instanceof HikariDataSource pool
                        ? guarded(pool, breaker.getObject(), settings.getObject())
                        : bean;
            }
        };
    }

    private static DataSource guarded(HikariDataSource pool, CircuitBreaker breaker, DatabaseSettings settings) {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        try {
            set(driver, pool.getJdbcUrl(), pool.getUsername(), pool.getPassword(), pool);
        } catch (SQLException e) {
            throw new IllegalStateException("A property of the database cannot be set: " + e.getMessage(), e);
        }
        if (settings.statementOption()) {
            limit(driver, "idle_in_transaction_session_timeout", settings.idleTransaction());
        }
        pool.setDataSource(driver);
        return new BreakerDataSource(pool, breaker);
    }

    private static void set(PGSimpleDataSource driver, String url, String user, String password, HikariConfig pool)
            throws SQLException {
        driver.setURL(url);
        driver.setUser(user);
        driver.setPassword(password);
        Properties properties = pool.getDataSourceProperties();
        for (String property : properties.stringPropertyNames()) {
            driver.setProperty(property, properties.getProperty(property));
        }
    }

    /** Beside the options that are in the URL: as a property of the pool, it would be left out where there are some. */
    private static void limit(PGSimpleDataSource driver, String name, Duration limit) {
        String others = driver.getOptions() == null ? "" : driver.getOptions() + ' ';
        driver.setOptions(others + "-c " + name + '=' + limit.toMillis());
    }

    /** As the pool of all others is set, but for its size and its limits. */
    @Bean(name = READERS, defaultCandidate = false)
    DataSource readers(JdbcConnectionDetails database, Environment environment, DatabaseSettings settings)
            throws SQLException {
        return limited(
                READERS,
                new Limits(settings.readers(), settings.readersWait(), settings.statementLimit(), ""),
                database,
                environment,
                settings);
    }

    /**
     * Plans are kept, until PostgreSQL analyses a table that has grown; and lists go by indexes, though not all that is
     * new was vacuumed yet.
     */
    @Bean(name = LISTS, defaultCandidate = false)
    DataSource lists(JdbcConnectionDetails database, Environment environment, DatabaseSettings settings)
            throws SQLException {
        return limited(
                LISTS,
                new Limits(
                        settings.lists(),
                        settings.listsWait(),
                        settings.listsLimit(),
                        "-c plan_cache_mode=force_generic_plan -c jit=off -c random_page_cost=1.1"),
                database,
                environment,
                settings);
    }

    private record Limits(int connections, Duration patience, Duration statement, String options) {}

    private static DataSource limited(
            String name,
            Limits limits,
            JdbcConnectionDetails database,
            Environment environment,
            DatabaseSettings settings)
            throws SQLException {
        HikariConfig pool = Binder.get(environment)
                .bind("spring.datasource.hikari", Bindable.ofInstance(new HikariConfig()))
                .orElseGet(HikariConfig::new);
        ReadTimeoutDriver driver = new ReadTimeoutDriver(limits.statement.plus(BEYOND_THE_STATEMENT));
        set(driver, database.getJdbcUrl(), database.getUsername(), database.getPassword(), pool);
        driver.setSocketTimeout(
                Math.max(1, (int) limits.statement.plusMillis(999).toSeconds()));
        driver.setConnectTimeout(1);
        if (settings.statementOption()) {
            limit(driver, "statement_timeout", limits.statement);
            driver.setOptions((driver.getOptions() + ' ' + limits.options).strip());
        }
        pool.setDataSource(driver);
        pool.setPoolName(name);
        pool.setMaximumPoolSize(limits.connections);
        pool.setMinimumIdle(limits.connections);
        pool.setConnectionTimeout(limits.patience.toMillis());
        pool.setValidationTimeout(limits.patience.toMillis());
        return new HikariDataSource(pool);
    }

    /** One line when it begins and one when it is over, whatever number of requests it concerns. */
    private static CircuitBreaker told(CircuitBreaker breaker) {
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition()) {
                case CLOSED_TO_OPEN ->
                    LOG.warn(
                            "The database does not answer ({}); its circuit breaker is open, and trials go on",
                            breaker.getName());
                case HALF_OPEN_TO_CLOSED -> LOG.info("The database answers again ({})", breaker.getName());
                default -> LOG.debug("{}: {}", breaker.getName(), event.getStateTransition());
            }
        });
        return breaker;
    }

    private static CircuitBreakerConfig.Builder opening(int failureRate, DatabaseSettings settings) {
        return CircuitBreakerConfig.custom()
                .failureRateThreshold(failureRate)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(ENOUGH_CALLS)
                .waitDurationInOpenState(settings.breakerOpenFor())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(1)
                .writableStackTraceEnabled(false);
    }
}
