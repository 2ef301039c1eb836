package io.vinbridge.gallery.store;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps images as files, {@code ab/cd/abcd….} by the first digits of their names. A file gets its name only once it is
 * whole and on the disk; what a crash left half-written has a name that nobody asks for.
 */
final class FolderStore implements ImageStore {

    private static final Duration LATER = Duration.ofSeconds(20);

    private final Path folder;
    private final long keepFree;

    FolderStore(Path folder, long keepFree) {
        this.folder = folder;
        this.keepFree = keepFree;
    }

    @Override
    public void checkRoom() {
        try {
            // What is put below it may have a folder already, which says nothing of the others.
            if (Files.isDirectory(folder) && !Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
            long room = Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
            if (room <= keepFree) {
                throw new StoreFull(named() + " has no room left (VINBRIDGE_GALLERY_STORE_KEEPFREE)", LATER);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void put(ImageHash hash, byte[] bytes) {
        Path file = file(hash);
        Path written = file.resolveSibling(hash + "." + System.nanoTime() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try {
                write(written, bytes);
                if (!ImageHash.of(Files.readAllBytes(written)).equals(hash)) {
                    throw unavailable("gave back other bytes than were written");
                }
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
            force(file.getParent());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public Optional<byte[]> get(ImageHash hash) {
        try {
            return Optional.of(Files.readAllBytes(file(hash)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unavailable("cannot be read: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void delete(ImageHash hash) {
        try {
            Files.deleteIfExists(file(hash));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Path file(ImageHash hash) {
        return folder.resolve(hash.hex().substring(0, 2))
                .resolve(hash.hex().substring(2, 4))
                .resolve(hash.hex());
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** A rename is on the disk once its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Shown to those who operate it: nobody else has anything written. */
    private Failure unwritable(IOException e) {
        return new Failure(
                Reason.STORE_UNAVAILABLE,
                named() + " cannot be written: " + reason(e) + ". It is set by VINBRIDGE_GALLERY_STORE_FOLDER",
                LATER);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "the service's user may not write there";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in the place of a folder";
        }
        return e instanceof FileSystemException told && told.getReason() != null
                ? told.getReason()
                : e.getClass().getSimpleName();
    }

    private String named() {
        return "The picture store, the folder " + folder.toAbsolutePath();
    }

    private static Failure unavailable(String what) {
        return new Failure(Reason.STORE_UNAVAILABLE, "The picture store " + what, LATER);
    }
}
