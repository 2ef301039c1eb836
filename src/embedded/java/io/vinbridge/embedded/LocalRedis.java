package io.vinbridge.embedded;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/**
 * A real Redis on a folder of its own, on loopback and a free port, found again after a killed run like PostgreSQL is.
 */
public final class LocalRedis implements AutoCloseable {

    private static final String PORT_FILE = "port";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Where no process has a session. */
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final int port;
    private final RedisServer server;
    private final boolean reused;

    private LocalRedis(int port, RedisServer server, boolean reused) {
        this.port = port;
        this.server = server;
        this.reused = reused;
    }

    /** Starts a server that keeps its data in the folder, or finds the one that does. */
    public static LocalRedis on(Path folder) throws IOException {
        Files.createDirectories(folder);
        int left = leftBehind(folder);
        if (left > 0) {
            return new LocalRedis(left, null, true);
        }
        int port = Ports.free();
        RedisServerBuilder builder = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("dir " + folder.toAbsolutePath())
                .setting("appendonly yes")
                .setting("save \"\"")
                .soutListener(line -> {});
        LocalRedis redis = WINDOWS ? child(port, builder) : daemon(port, builder);
        Files.writeString(folder.resolve(PORT_FILE), Integer.toString(port));
        return redis;
    }

    private static LocalRedis child(int port, RedisServerBuilder builder) throws IOException {
        RedisServer server = builder.build();
        server.start();
        return new LocalRedis(port, server, false);
    }

    /**
     * In a session of its own, as PostgreSQL is: an interrupt from the terminal goes to all processes of its group, and
     * this one must end after those that need it.
     */
    private static LocalRedis daemon(int port, RedisServerBuilder builder) throws IOException {
        List<String> command = builder.setting("daemonize yes")
                .setting("pidfile \"\"")
                .setting("logfile redis.log")
                .buildCommandArgs();
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); ) {
            if (say(port, "PING").startsWith("+PONG")) {
                return new LocalRedis(port, null, false);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IOException("Redis does not start: " + String.join(" ", command));
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public boolean reused() {
        return reused;
    }

    /** Stops the server, also one that another run started. */
    @Override
    public void close() throws IOException {
        if (server != null) {
            server.stop();
        } else {
            say(port, "SHUTDOWN");
        }
    }

    private static int leftBehind(Path folder) throws IOException {
        Path portFile = folder.resolve(PORT_FILE);
        if (!Files.exists(portFile)) {
            return 0;
        }
        int port = Integer.parseInt(Files.readString(portFile).strip());
        String itsFolder = say(port, "CONFIG GET dir");
        return itsFolder.contains(folder.toAbsolutePath().toString()) ? port : 0;
    }

    /** Answer of the server on the port to one command, empty if there is none. */
    private static String say(int port, String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2000);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException nobodyThere) {
            return "";
        }
    }
}
