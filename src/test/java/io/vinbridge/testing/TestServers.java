package io.vinbridge.testing;

import io.vinbridge.embedded.LocalPostgres;
import io.vinbridge.embedded.LocalRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * One real PostgreSQL and one real Redis for all tests of a JVM; each test class that asks gets a database of its own.
 */
public final class TestServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final LocalPostgres POSTGRES;
    private static final LocalRedis REDIS;
    private static final Path PICTURES;
    private static final List<Runnable> USERS = new CopyOnWriteArrayList<>();

    static {
        try {
            Path folder = Files.createDirectories(Path.of("target", "test-servers"));
            Path own = Files.createTempDirectory(folder, "jvm");
            POSTGRES = LocalPostgres.on(own.resolve("postgres"));
            REDIS = LocalRedis.on(own.resolve("redis"));
            PICTURES = own.resolve("pictures");
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(TestServers::close));
    }

    private TestServers() {}

    /** What uses the servers to the JVM's end, and is closed before them: without them a node ends only by timeouts. */
    static void closeBefore(Runnable user) {
        USERS.add(user);
    }

    private static void close() {
        USERS.forEach(Runnable::run);
        try {
            REDIS.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            POSTGRES.close();
        }
    }

    /** The address of a database that is migrated, and that nobody else uses. */
    public static String migratedDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try {
            update(Template.MAINTENANCE, "CREATE DATABASE " + name + " TEMPLATE " + Template.NAME);
            String database = POSTGRES.database(name);
            // It fills by the time that has passed since it was made.
            update(database, "UPDATE rate_limit SET filled_at = now()");
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("no database", e);
        }
    }

    private static void update(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, POSTGRES.user(), "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The address of an empty database that nobody else uses. */
    public static String database() {
        try {
            return POSTGRES.database("test_" + DATABASES.incrementAndGet());
        } catch (SQLException e) {
            throw new IllegalStateException("no database", e);
        }
    }

    public static LocalPostgres postgres() {
        return POSTGRES;
    }

    public static String redis() {
        return REDIS.url();
    }

    /** The folder of pictures of nodes that are told no other. */
    static String pictures() {
        return PICTURES.toString();
    }

    /** A database that all migrations have been through: a copy of it takes less than any of them. */
    private static final class Template {
        private static final String NAME = "migrated";
        private static final String MAINTENANCE = migrate();

        private static String migrate() {
            try {
                // No lock in a transaction: it would stay open beside the indexes that are built concurrently.
                Flyway.configure()
                        .dataSource(POSTGRES.database(NAME), POSTGRES.user(), "")
                        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                        .load()
                        .migrate();
                return POSTGRES.database("postgres");
            } catch (SQLException e) {
                throw new IllegalStateException("no template", e);
            }
        }
    }
}
