package io.vinbridge.vehicles.documents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.HeapShare;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.cards.Card;
import io.vinbridge.vehicles.cards.OfferedCard;
import io.vinbridge.vehicles.cards.StoredCard;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
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
            INSERT INTO cards (document, style_id, content, body, driven_wheels, fuel, transmission, color_family, msrp)
            SELECT * FROM unnest(:documents::bytea[], :styles::integer[], :contents::text[], :bodies::text[], :drivenWheels::text[],
                :fuels::text[], :transmissions::text[], :colorFamilies::text[], :msrps::numeric[])
            ON CONFLICT (document, style_id) DO NOTHING
            """;

    private static final String READ = """
            SELECT document, style_id, content FROM cards
            JOIN unnest(:documents::bytea[], :styles::integer[]) AS wanted (document, style_id) USING (document, style_id)
            """;

    /** A card with the colours that it knows, in memory. */
    private static final int CARD = 6_000;

    private static final DataSize MEANT = DataSize.ofMegabytes(32);

    private final JdbcClient jdbc;
    private final ReadQueries reading;
    private final Documents documents;
    private final Cache<Wanted, StoredCard> near;

    Cards(JdbcClient jdbc, ReadQueries reading, Documents documents) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.documents = documents;
        this.near = Caffeine.newBuilder()
                .maximumSize(Math.max(100, HeapShare.of(MEANT, 32) / CARD))
                .build();
    }

    /** A style of a document, {@link OfferedCard#NO_STYLE} where none is chosen. */
    public record Wanted(DocumentHash document, int styleId) {

        /** {@code styleId} is null where none is chosen. */
        public static Wanted of(DocumentHash document, Integer styleId) {
            return new Wanted(document, styleId == null ? OfferedCard.NO_STYLE : styleId);
        }
    }

    /**
     * The card of one style of a document; {@code styleId} is null where none is chosen, {@code document} where there
     * is none.
     */
    public StoredCard of(DocumentHash document, Integer styleId) {
        if (document == null) {
            return StoredCard.UNDESCRIBED;
        }
        return near.get(
                Wanted.of(document, styleId),
                one -> Optional.ofNullable(read(Set.of(one)).get(one)).orElseGet(() -> derived(one)));
    }

    /** Of several, where they are stored; those that are not near are read in one statement. */
    public Map<Wanted, StoredCard> of(Set<Wanted> wanted) {
        return near.getAll(wanted, this::read);
    }

    /** Derives and writes the cards of documents that have none yet, in the caller's transaction. */
    public void put(Collection<NormalizedAnswer> answers) {
        Map<String, NormalizedAnswer> byName = new TreeMap<>();
        answers.forEach(answer -> byName.put(answer.document().hash().toString(), answer));
        List<Derived> derived = jdbc
                .sql(WITHOUT)
                .param("hashes", ArrayColumn.BYTES.of(byName.values(), answer -> answer.document()
                        .hash()
                        .bytes()))
                .query(String.class)
                .list()
                .stream()
                .flatMap(name -> derived(byName.get(name)))
                .toList();
        if (!derived.isEmpty()) {
            jdbc.sql(PUT)
                    .param("documents", ArrayColumn.BYTES.of(derived, card -> card.of()
                            .document()
                            .bytes()))
                    .param("styles", ArrayColumn.INTEGER.of(derived, card -> card.of()
                            .styleId()))
                    .param("contents", ArrayColumn.TEXT.of(derived, Derived::content))
                    .param("bodies", ArrayColumn.TEXT.of(derived, card -> card.card()
                            .body()))
                    .param("drivenWheels", ArrayColumn.TEXT.of(derived, card -> card.card()
                            .drivetrain()))
                    .param("fuels", ArrayColumn.TEXT.of(derived, card -> card.card()
                            .fuel()))
                    .param("transmissions", ArrayColumn.TEXT.of(derived, Derived::transmission))
                    .param("colorFamilies", ArrayColumn.TEXT.of(derived, Derived::colorFamily))
                    .param("msrps", ArrayColumn.NUMERIC.of(derived, Derived::msrp))
                    .update();
        }
    }

    private record Derived(Wanted of, String content, Card card) {

        String transmission() {
            return card.transmission() == null ? null : card.transmission().kind();
        }

        String colorFamily() {
            return card.exteriorColor() == null ? null : card.exteriorColor().family();
        }

        BigDecimal msrp() {
            return card.price() == null ? null : card.price().msrp();
        }
    }

    private static Stream<Derived> derived(NormalizedAnswer answer) {
        DocumentHash document = answer.document().hash();
        return OfferedCard.all(answer.description()).entrySet().stream()
                .map(card -> new Derived(
                        new Wanted(document, card.getKey()),
                        CanonicalJson.text(card.getValue()),
                        card.getValue().card()));
    }

    private Map<Wanted, StoredCard> read(Set<? extends Wanted> wanted) {
        Map<Wanted, StoredCard> read = new HashMap<>();
        reading.ask(jdbc -> jdbc.sql(READ)
                        .param("documents", ArrayColumn.BYTES.of(wanted, one -> one.document()
                                .bytes()))
                        .param("styles", ArrayColumn.INTEGER.of(wanted, Wanted::styleId))
                        .query(Cards::stored)
                        .list())
                .forEach(one -> read.put(one.getKey(), one.getValue()));
        return read;
    }

    private StoredCard derived(Wanted wanted) {
        return StoredCard.of(OfferedCard.of(documents.get(wanted.document()).description(), wanted.styleId()));
    }

    private static Map.Entry<Wanted, StoredCard> stored(ResultSet row, int number) throws SQLException {
        Wanted of = new Wanted(DocumentHash.stored(row.getBytes("document")), row.getInt("style_id"));
        return Map.entry(of, StoredCard.read(row.getString("content")));
    }
}
