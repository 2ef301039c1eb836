package io.vinbridge.ops.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** History of the folders of all nodes: every text that one of them ever held. */
@Component
class ImportHistory {

    private final JdbcTemplate jdbc;

    ImportHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** True if the file was ever imported with this text. */
    boolean contains(String file, String text) {
        return jdbc.queryForObject(
                "SELECT count(*) > 0 FROM route_imports WHERE file = ? AND sha256 = ?",
                Boolean.class,
                file,
                hash(text));
    }

    /** True if the file was ever imported. */
    boolean contains(String file) {
        return jdbc.queryForObject("SELECT count(*) > 0 FROM route_imports WHERE file = ?", Boolean.class, file);
    }

    /** True if there was ever a folder with these files. */
    boolean containsFolder(Collection<String> files) {
        return jdbc.queryForObject(
                "SELECT count(*) > 0 FROM route_folders WHERE sha256 = ?", Boolean.class, hash(files));
    }

    void note(String file, String text) {
        jdbc.update("INSERT INTO route_imports (file, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING", file, hash(text));
    }

    void noteFolder(Collection<String> files) {
        jdbc.update("INSERT INTO route_folders (sha256) VALUES (?) ON CONFLICT DO NOTHING", (Object) hash(files));
    }

    private static byte[] hash(Collection<String> files) {
        return hash(String.join("\n", files));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
