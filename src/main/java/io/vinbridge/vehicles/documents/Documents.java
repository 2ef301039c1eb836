package io.vinbridge.vehicles.documents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vinbridge.database.HeapShare;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.VehiclesSettings;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Content-addressed documents, cached in memory as far as they fit. A name stands for its bytes for ever, so no entry
 * ever expires.
 */
@Component
public class Documents {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final String PUT = """
            INSERT INTO documents AS d (hash, content, answer) VALUES (:hash, :content, :answer)
            ON CONFLICT (hash) DO UPDATE SET content = excluded.content, answer = excluded.answer, broken = false WHERE d.broken
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;
    private final ReadQueries reading;
    private final LoadingCache<DocumentHash, Document> near;

    /**
     * Those that were written and not yet collected: whoever asked reads his next, which a full cache does not take in,
     * because what it has was used as often.
     */
    private final Cache<DocumentHash, Document> written =
            Caffeine.newBuilder().weakValues().build();

    Documents(JdbcClient jdbc, NamedParameterJdbcTemplate many, ReadQueries reading, VehiclesSettings settings) {
        this.jdbc = jdbc;
        this.many = many;
        this.reading = reading;
        this.near = Caffeine.newBuilder()
                .maximumWeight(HeapShare.of(settings.documentCache(), 8))
                .weigher((DocumentHash hash, Document document) -> document.content().length + 200)
                .build(this::load);
    }

    /**
     * The document of that name.
     *
     * @throws Failure if it is missing or damaged, until ChromeData says the same once more
     */
    public Document get(DocumentHash hash) {
        return readable(hash)
                .orElseThrow(() -> new Failure(
                        Reason.INTERNAL, "Document " + hash + " is missing or damaged; refresh=true stores it anew"));
    }

    /** The document of that name, unless it is missing or damaged. */
    public Optional<Document> readable(DocumentHash hash) {
        return Optional.ofNullable(near.get(hash));
    }

    /**
     * Writes documents down that are not there, or not whole, in the caller's transaction and in the order of their
     * names, so that two who write the same do not wait for each other in turn. They are near from now on, also where
     * that is rolled back: nobody knows their names then.
     */
    public void put(Collection<NormalizedAnswer> answers) {
        SortedMap<DocumentHash, NormalizedAnswer> once = new TreeMap<>();
        answers.forEach(answer -> once.putIfAbsent(answer.document().hash(), answer));
        many.batchUpdate(
                PUT,
                once.values().stream()
                        .map(answer -> new MapSqlParameterSource(
                                        "hash", answer.document().hash().bytes())
                                .addValue("content", answer.document().content())
                                .addValue("answer", answer.answer(), Types.BINARY))
                        .toArray(SqlParameterSource[]::new));
        once.forEach((hash, answer) -> {
            near.put(hash, answer.document());
            written.put(hash, answer.document());
        });
    }

    private Document load(DocumentHash hash) {
        Document justWritten = written.getIfPresent(hash);
        return justWritten == null ? stored(hash) : justWritten;
    }

    /**
     * Bytes that do not have the name they stand under are damaged, and never served. Null for those, and for what is
     * missing.
     */
    private Document stored(DocumentHash hash) {
        List<Document> found = reading.ask(jdbc -> jdbc.sql("SELECT content FROM documents WHERE hash = :hash")
                .param("hash", hash.bytes())
                .query((row, number) -> Document.of(row.getBytes("content")))
                .list());
        if (found.isEmpty() || found.get(0).hash().equals(hash)) {
            return found.isEmpty() ? null : found.get(0);
        }
        int noted = jdbc.sql("UPDATE documents SET broken = true WHERE hash = :hash AND NOT broken")
                .param("hash", hash.bytes())
                .update();
        if (noted > 0) {
            LOG.error(
                    "Document {} is damaged in the database; its descriptions are marked stale, so that they are fetched again",
                    hash);
            jdbc.sql("UPDATE descriptions SET looked_at = 'epoch' WHERE document = :hash")
                    .param("hash", hash.bytes())
                    .update();
        }
        return null;
    }
}
