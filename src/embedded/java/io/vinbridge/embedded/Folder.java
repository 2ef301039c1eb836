package io.vinbridge.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Folder in which the embedded servers keep their data. Several runs may use one folder, as several nodes of one
 * installation do; the last to leave stops the servers.
 */
final class Folder implements AutoCloseable {

    private final Path path;
    private final FileChannel users;
    private FileLock using;

    private Folder(Path path, FileChannel users, FileLock using) {
        this.path = path;
        this.users = users;
        this.using = using;
    }

    static Folder use(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel users = FileChannel.open(
                path.resolve("users"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new Folder(path, users, users.lock(0, Long.MAX_VALUE, true));
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Gives the folder up, and tells whether nobody else uses it. */
    boolean leave() throws IOException {
        using.release();
        using = users.tryLock();
        return using != null;
    }

    @Override
    public void close() throws IOException {
        users.close();
    }
}
