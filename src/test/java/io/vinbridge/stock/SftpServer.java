package io.vinbridge.stock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.AbstractSftpEventListenerAdapter;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Server of somebody else that speaks SFTP, with a folder, one account, and a list of what was written and renamed. */
final class SftpServer implements AutoCloseable {

    static final String USERNAME = "d7";
    static final String PASSWORD = "a-password-nobody-may-see";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair key;
    private final Path folder;
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final List<String> signedIn = new CopyOnWriteArrayList<>();

    SftpServer() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/sftp")), "server");
            key = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(key));
            server.setPasswordAuthenticator((user, password, session) -> signIn(user, password));
            server.setFileSystemFactory(new VirtualFileSystemFactory(folder.toAbsolutePath()));
            SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
            sftp.addSftpEventListener(new Happened());
            server.setSubsystemFactories(List.of(sftp));
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("no server of SFTP", e);
        }
    }

    private boolean signIn(String user, String password) {
        signedIn.add(user);
        return user.equals(USERNAME) && password.equals(PASSWORD);
    }

    String host() {
        return "127.0.0.1:" + server.getPort();
    }

    String hostKey() {
        return PublicKeyEntry.toString(key.getPublic());
    }

    /** Another server's. */
    static String otherKey() throws Exception {
        return PublicKeyEntry.toString(KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256)
                .getPublic());
    }

    void has(String path, String text, Instant changed) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.from(changed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(String path, String text) {
        try {
            Files.writeString(folder.resolve(path), text, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String path) {
        try {
            return Files.readString(folder.resolve(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names(String path) {
        try (Stream<Path> files = Files.walk(folder.resolve(path))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.resolve(path).relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> happened() {
        return happened;
    }

    List<String> signedIn() {
        return signedIn;
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Happened extends AbstractSftpEventListenerAdapter {

        @Override
        public void written(
                ServerSession session,
                String handle,
                FileHandle file,
                long offset,
                byte[] data,
                int from,
                int length,
                Throwable thrown) {
            happened.add("written " + file.getFile().getFileName());
        }

        @Override
        public void moved(
                ServerSession session,
                Path source,
                Path target,
                java.util.Collection<java.nio.file.CopyOption> options,
                Throwable thrown) {
            happened.add("moved " + source.getFileName() + " to " + target.getFileName());
        }

        @Override
        public void removed(ServerSession session, Path path, boolean isDirectory, Throwable thrown) {
            happened.add("removed " + path.getFileName());
        }
    }
}
