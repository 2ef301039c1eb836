package io.vinbridge.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A real PostgreSQL on a folder of its own, on loopback and a free port. One that a killed run left behind on the same
 * folder goes on being used: two servers on one folder would destroy it.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final int port;
    private final long pid;
    private final boolean reused;

    private LocalPostgres(int port, long pid, boolean reused) {
        this.port = port;
        this.pid = pid;
        this.reused = reused;
    }

    /** Starts a server on the folder, which it fills on the first run, or finds the one that runs on it. */
    public static LocalPostgres on(Path folder) throws IOException {
        LocalPostgres left = leftBehind(folder);
        if (left != null) {
            return left;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        // The server outlives this process if it is killed: what it says goes to a file, not to a pipe that would
        // break.
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgres.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .start();
        return new LocalPostgres(postgres.getPort(), pid(folder), false);
    }

    /** The address of a database of that name, which is made where it is not there. */
    public String database(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'")) {
                if (found.next()) {
                    return url(name);
                }
            }
            statement.executeUpdate("CREATE DATABASE " + name);
        }
        return url(name);
    }

    public String user() {
        return USER;
    }

    public int port() {
        return port;
    }

    /** True if a killed run, or another that is running, had started it. */
    public boolean reused() {
        return reused;
    }

    /** Stops the server and waits until it is gone, whoever is connected to it: by itself it would wait for them. */
    @Override
    public void close() {
        ProcessHandle.of(pid).ifPresent(process -> {
            stop(process);
            process.onExit().join();
        });
    }

    private void stop(ProcessHandle process) {
        try (Connection own = DriverManager.getConnection(url("postgres"), USER, "");
                Statement statement = own.createStatement()) {
            process.destroy();
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
        } catch (SQLException alreadyStopping) {
            process.destroy();
        }
    }

    private static LocalPostgres leftBehind(Path folder) {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return null;
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            long pid = Long.parseLong(lines.get(0).strip());
            int port = Integer.parseInt(lines.get(3).strip());
            LocalPostgres left = new LocalPostgres(port, pid, true);
            DriverManager.getConnection(left.url("postgres"), USER, "").close();
            return left;
        } catch (IOException | SQLException | RuntimeException nobodyThere) {
            return null;
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    private static long pid(Path folder) throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    }
}
