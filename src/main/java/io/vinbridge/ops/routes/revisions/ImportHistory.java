package io.vinbridge.ops.routes.revisions;

import java.util.Collection;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** History of the folders of all nodes: every text that one of them ever held. */
@Component
public class ImportHistory {

    private final JdbcClient jdbc;

    ImportHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True if the file was ever imported with this text. */
    public boolean contains(String file, String text) {
        return jdbc.sql("SELECT count(*) > 0 FROM route_imports WHERE file = :file AND sha256 = :hash")
                .param("file", file)
                .param("hash", hash(text))
                .query(Boolean.class)
                .single();
    }

    /** True if the file was ever imported. */
    public boolean contains(String file) {
        return jdbc.sql("SELECT count(*) > 0 FROM route_imports WHERE file = :file")
                .param("file", file)
                .query(Boolean.class)
                .single();
    }

    /** True if there was ever a folder with these files. */
    public boolean containsFolder(Collection<String> files) {
        return jdbc.sql("SELECT count(*) > 0 FROM route_folders WHERE sha256 = :hash")
                .param("hash", hash(files))
                .query(Boolean.class)
                .single();
    }

    public void note(String file, String text) {
        jdbc.sql("INSERT INTO route_imports (file, sha256) VALUES (:file, :hash) ON CONFLICT DO NOTHING")
                .param("file", file)
                .param("hash", hash(text))
                .update();
    }

    public void noteFolder(Collection<String> files) {
        jdbc.sql("INSERT INTO route_folders (sha256) VALUES (:hash) ON CONFLICT DO NOTHING")
                .param("hash", hash(files))
                .update();
    }

    private static byte[] hash(Collection<String> files) {
        return hash(String.join("\n", files));
    }

    private static byte[] hash(String text) {
        return DigestUtils.sha256(text);
    }
}
