package io.vinbridge.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL of a test's own, to be stopped as by {@code pg_ctl stop -m immediate}, and started again at the same
 * address.
 */
public final class OwnPostgres implements AutoCloseable {

    private final Path folder;
    private int port;

    public OwnPostgres() throws Exception {
        Path servers = Files.createDirectories(Path.of("target", "test-servers"));
        folder = Files.createTempDirectory(servers, "own").resolve("postgres");
        start();
        execute("CREATE DATABASE vinbridge");
    }

    public void start() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("listen_addresses", "localhost")
                // The library's own setting forgets what was committed in the last moments before it is stopped.
                .setServerConfig("synchronous_commit", "on");
        if (port != 0) {
            builder.setPort(port);
        }
        port = builder.start().getPort();
    }

    /** At once and without a word to anybody. */
    public void stopAtOnce() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid))
                .inheritIO()
                .start()
                .onExit()
                .join();
        ProcessHandle.of(pid).ifPresent(server -> server.onExit().join());
    }

    /** The address of its database. */
    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/vinbridge";
    }

    /** A connection to its database, beside those of the service. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(url(), TestServers.postgres().user(), "");
    }

    /** Runs a statement from another database, so that this one can be shut. */
    public void execute(String sql) throws SQLException {
        try (Connection outside = DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/postgres",
                TestServers.postgres().user(),
                "")) {
            outside.createStatement().execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        stopAtOnce();
    }
}
