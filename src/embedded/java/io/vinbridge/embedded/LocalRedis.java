package io.vinbridge.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/**
 * A real Redis on a folder of its own, on loopback and a free port, found again after a killed run like PostgreSQL is.
 */
public final class LocalRedis implements AutoCloseable {

    private static final String PORT_FILE = "port";

    private final int port;
    private final RedisServer server;

    private LocalRedis(int port, RedisServer server) {
        this.port = port;
        this.server = server;
    }

    /** Starts a server that keeps its data in the folder, or finds the one that does. */
    public static LocalRedis on(Path folder) throws IOException {
        Files.createDirectories(folder);
        int left = leftBehind(folder);
        if (left > 0) {
            return new LocalRedis(left, null);
        }
        int port = Ports.free();
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("dir " + folder.toAbsolutePath())
                .setting("appendonly yes")
                .setting("save \"\"")
                .soutListener(line -> {})
                .build();
        server.start();
        Files.writeString(folder.resolve(PORT_FILE), Integer.toString(port));
        return new LocalRedis(port, server);
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public boolean reused() {
        return server == null;
    }

    /** Stops the server, also one that another run started. */
    @Override
    public void close() throws IOException {
        if (server != null) {
            server.stop();
        } else {
            say(port, "SHUTDOWN SAVE");
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
