package io.vinbridge.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real S3-compatible store, with one bucket, {@code pictures}, whose objects are files of a folder. */
public final class S3Process implements AutoCloseable {

    private final Process process;
    private final int port;

    private S3Process(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static S3Process on(Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder.resolve("pictures"));
        Path settings = Files.write(
                folder.resolve("settings"),
                List.of(
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=tests",
                        "s3proxy.credential=secret-of-tests",
                        "jclouds.provider=filesystem",
                        "jclouds.identity=any",
                        "jclouds.credential=any",
                        "jclouds.filesystem.basedir=" + folder.toAbsolutePath()));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        "target/s3proxy/s3proxy.jar",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        S3Process store = new S3Process(process, port);
        await().atMost(Duration.ofSeconds(60)).until(store::listens);
        return store;
    }

    /** What a service is told of it. */
    public String[] settings() {
        return new String[] {
            "vinbridge.gallery.store.s3.bucket=pictures",
            "vinbridge.gallery.store.s3.endpoint=http://127.0.0.1:" + port,
            "vinbridge.gallery.store.s3.access-key=tests",
            "vinbridge.gallery.store.s3.secret-key=secret-of-tests"
        };
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
