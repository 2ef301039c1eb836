package io.vinbridge.testing;

import io.vinbridge.embedded.LocalPostgres;
import io.vinbridge.embedded.LocalRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL and one real Redis for all tests of a JVM; each test class that asks gets a database of its own. */
public final class TestServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final LocalPostgres POSTGRES;
    private static final LocalRedis REDIS;

    static {
        try {
            Path folder = Files.createDirectories(Path.of("target", "test-servers"));
            Path own = Files.createTempDirectory(folder, "jvm");
            POSTGRES = LocalPostgres.on(own.resolve("postgres"));
            REDIS = LocalRedis.on(own.resolve("redis"));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close));
    }

    private TestServers() {}

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
}
