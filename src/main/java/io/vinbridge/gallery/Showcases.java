package io.vinbridge.gallery;

import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.database.HeapShare;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.failures.Json;
import io.vinbridge.gallery.colors.ColorMatch;
import io.vinbridge.gallery.listing.Picture;
import io.vinbridge.gallery.selection.BriefShowcase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Showcases of styles, each in some hundred bytes beside a gallery of a hundred thousand. They are made when they are
 * first asked for, and hold as long as all that they were made of: whatever changes a listing, a stock image or a copy
 * counts up its part in the same transaction, so that none is shown that is older than what is stored.
 */
@Component
public class Showcases {

    private static final Logger LOG = LoggerFactory.getLogger(Showcases.class);

    /** Where a colour has none of its own, the one in no colour is the vehicle's. */
    private static final String READ = """
            SELECT wanted.style_id, wanted.color, valid.content FROM unnest(:styles, :colors) AS wanted (style_id, color)
                CROSS JOIN LATERAL (SELECT content FROM showcases s
                    WHERE s.style_id = wanted.style_id AND s.color IN (wanted.color, '')
                        AND s.version = (SELECT coalesce(sum(version), 0) FROM picture_versions WHERE part = ANY (s.parts))
                    ORDER BY s.color DESC LIMIT 1) AS valid
            """;

    /** One statement sees pictures and versions as they were at one time. */
    private static final String GALLERIES = """
            SELECT wanted.style_id AS wanted, gallery.*, parts.names AS parts,
                (SELECT coalesce(sum(v.version), 0) FROM picture_versions v WHERE v.part = ANY (parts.names)) AS parts_version
            FROM unnest(:styles) AS wanted (style_id) LEFT JOIN (%s) AS gallery USING (style_id)
                CROSS JOIN LATERAL (SELECT picture_parts(wanted.style_id, gallery.names || gallery.stock) AS names) AS parts
            """.formatted(GalleryRows.OF);

    private static final String WRITE = """
            INSERT INTO showcases (style_id, color, content, parts, version)
            SELECT :style, color, content, :parts::text[], :version FROM unnest(:colors, :contents) AS made (color, content)
            ORDER BY color COLLATE "C"
            ON CONFLICT (style_id, color) DO UPDATE SET content = excluded.content, parts = excluded.parts, version = excluded.version
            """;

    /** Whole galleries in memory at a time. */
    private static final int AT_ONCE = 10;

    /** How much larger a showcase is in memory than its text. */
    private static final int READ_SIZE = 3;

    private static final DataSize MEANT = DataSize.ofMegabytes(8);

    private final ReadQueries reading;
    private final Json json;
    private final GalleryRows rows;
    private final String freshFor;

    /** By their texts, so that none can be older than what is stored: reading one costs more than finding it. */
    private final Cache<String, BriefShowcase> near = Caffeine.newBuilder()
            .maximumWeight(HeapShare.of(MEANT, 32))
            .weigher((String text, BriefShowcase showcase) -> text.length() * READ_SIZE)
            .build();

    Showcases(ReadQueries reading, Json json, GallerySettings settings) {
        this.reading = reading;
        this.json = json;
        this.rows = new GalleryRows(json);
        this.freshFor = settings.freshFor().toString();
    }

    /**
     * A style in a colour.
     *
     * @param styleId null where it is not known, so that there is nothing to show
     * @param color as {@link BriefShowcase#key} names it
     */
    public record Wanted(Integer styleId, String color) {

        /** {@code color} is null where it is not known. */
        public static Wanted of(Integer styleId, ColorMatch color) {
            return new Wanted(styleId, BriefShowcase.key(color));
        }
    }

    private record Made(int styleId, Map<String, BriefShowcase> byColor, String[] parts, long version) {}

    /** Of one style; nobody is asked for pictures that are not listed yet. */
    public BriefShowcase of(Wanted wanted) {
        return of(Set.of(wanted)).get(wanted);
    }

    /** Of several; each that is asked for has one, which may be empty. */
    public Map<Wanted, BriefShowcase> of(Set<Wanted> wanted) {
        Map<Wanted, BriefShowcase> all = new HashMap<>(
                read(wanted.stream().filter(one -> one.styleId() != null).toList()));
        List<Wanted> missing = wanted.stream()
                .filter(one -> one.styleId() != null && !all.containsKey(one))
                .toList();
        if (!missing.isEmpty()) {
            Map<Integer, Map<String, BriefShowcase>> made =
                    made(missing.stream().map(Wanted::styleId).distinct().toList());
            for (Wanted one : missing) {
                Map<String, BriefShowcase> byColor = made.get(one.styleId());
                all.put(one, byColor.getOrDefault(one.color(), byColor.get(BriefShowcase.IN_NO_COLOR)));
            }
        }
        wanted.forEach(one -> all.putIfAbsent(one, BriefShowcase.NONE));
        return all;
    }

    private Map<Wanted, BriefShowcase> read(List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<Map.Entry<Wanted, BriefShowcase>> read = reading.ask(jdbc -> jdbc.sql(READ)
                .param("styles", ArrayColumn.INTEGER.of(wanted, Wanted::styleId))
                .param("colors", ArrayColumn.TEXT.of(wanted, Wanted::color))
                .query((row, number) -> Map.entry(
                        new Wanted(row.getInt("style_id"), row.getString("color")),
                        near.get(row.getString("content"), text -> json.read(text, BriefShowcase.class))))
                .list());
        return read.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<Integer, Map<String, BriefShowcase>> made(List<Integer> styles) {
        Map<Integer, Map<String, BriefShowcase>> all = new HashMap<>();
        for (int from = 0; from < styles.size(); from += AT_ONCE) {
            List<Integer> some = styles.subList(from, Math.min(styles.size(), from + AT_ONCE));
            List<Made> made = reading.ask(jdbc -> jdbc.sql(GALLERIES)
                    .param("freshFor", freshFor)
                    .param("styles", ArrayColumn.INTEGER.of(some))
                    .query(this::fromGallery)
                    .list());
            made.forEach(this::write);
            made.forEach(one -> all.put(one.styleId(), one.byColor()));
        }
        return all;
    }

    private Made fromGallery(ResultSet row, int number) throws SQLException {
        boolean known = row.getString("pictures") != null;
        List<Picture> pictures = known ? rows.gallery(row, number).pictures() : List.of();
        return new Made(
                row.getInt("wanted"),
                BriefShowcase.ofEachColor(pictures),
                (String[]) row.getArray("parts").getArray(),
                row.getLong("parts_version"));
    }

    /** A reader has what he asked for, whether or not it can be kept for the next. */
    private void write(Made made) {
        try {
            reading.ask(jdbc -> jdbc.sql(WRITE)
                    .param("style", made.styleId())
                    .param("parts", made.parts())
                    .param("version", made.version())
                    .param("colors", ArrayColumn.TEXT.of(made.byColor().keySet()))
                    .param("contents", ArrayColumn.TEXT.of(made.byColor().values(), json::text))
                    .update());
        } catch (DatabaseUnavailable | DataAccessException e) {
            LOG.debug("Showcases of style {} are not kept", made.styleId(), e);
        }
    }
}
