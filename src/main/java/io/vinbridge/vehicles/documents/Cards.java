package io.vinbridge.vehicles.documents;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vinbridge.database.HeapShare;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.cards.OfferedCard;
import io.vinbridge.vehicles.cards.StoredCard;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Cards of documents, derived when a document is stored: a document never changes, so neither does a card of it. Lists
 * read them without the documents, and the columns by which vehicles are found are taken from them.
 */
@Component
public class Cards {

    private static final String WITHOUT = """
            SELECT encode(hash, 'hex') FROM unnest(:hashes::bytea[]) AS hash
            WHERE NOT EXISTS (SELECT FROM cards WHERE document = hash) ORDER BY hash
            """;

    private static final String PUT = """
            INSERT INTO cards (document, style_id, content) VALUES (:document, :styleId, :content)
            ON CONFLICT (document, style_id) DO NOTHING
            """;

    /** A card with the colours that it knows, in memory. */
    private static final int CARD = 6_000;

    private static final DataSize MEANT = DataSize.ofMegabytes(32);

    private final NamedParameterJdbcTemplate jdbc;
    private final ReadQueries reading;
    private final LoadingCache<Key, StoredCard> near;

    Cards(JdbcTemplate jdbc, ReadQueries reading, Documents documents) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.reading = reading;
        this.near = Caffeine.newBuilder()
                .maximumSize(Math.max(100, HeapShare.of(MEANT, 32) / CARD))
                .build(key -> stored(key)
                        .orElseGet(() -> StoredCard.of(
                                OfferedCard.of(documents.get(key.document()).description(), key.styleId()))));
    }

    /**
     * The card of one style of a document; {@code styleId} is null where none is chosen, {@code document} where there
     * is none.
     */
    public StoredCard of(DocumentHash document, Integer styleId) {
        return document == null
                ? StoredCard.UNDESCRIBED
                : near.get(new Key(document, styleId == null ? OfferedCard.NO_STYLE : styleId));
    }

    /** Derives and writes the cards of documents that have none yet, in the caller's transaction. */
    public void put(Collection<NormalizedAnswer> answers) {
        Map<String, NormalizedAnswer> byName = new TreeMap<>();
        answers.forEach(answer -> byName.put(answer.document().hash().toString(), answer));
        byte[][] hashes = byName.values().stream()
                .map(answer -> answer.document().hash().bytes())
                .toArray(byte[][]::new);
        SqlParameterSource[] rows = jdbc.queryForList(WITHOUT, Map.of("hashes", hashes), String.class).stream()
                .map(byName::get)
                .flatMap(answer -> OfferedCard.all(answer.description()).entrySet().stream()
                        .map(card -> new MapSqlParameterSource(
                                        "document", answer.document().hash().bytes())
                                .addValue("styleId", card.getKey())
                                .addValue("content", CanonicalJson.text(card.getValue()))))
                .toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate(PUT, rows);
    }

    private Optional<StoredCard> stored(Key key) {
        return reading.ask(
                        jdbc -> jdbc.sql("SELECT content FROM cards WHERE document = :document AND style_id = :style")
                                .param("document", key.document().bytes())
                                .param("style", key.styleId())
                                .query(String.class)
                                .optional())
                .map(StoredCard::read);
    }

    private record Key(DocumentHash document, int styleId) {}
}
