package io.vinbridge.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.chromedata.media.ListedPicture;
import io.vinbridge.work.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The styles' listings. */
@Component
public class Galleries {

    private static final TypeReference<List<Picture>> PICTURES = new TypeReference<>() {};

    /** The subquery in RETURNING sees the row as it was before this statement. Addresses change with every listing. */
    private static final String STORE = """
            INSERT INTO galleries AS g (style_id, pictures, addresses) VALUES (?, ?, ?)
            ON CONFLICT (style_id) DO UPDATE SET pictures = excluded.pictures, addresses = excluded.addresses,
                looked_at = now(), version = g.version + (g.pictures <> excluded.pictures)::int
            RETURNING (SELECT version FROM galleries WHERE style_id = ?) AS before, version
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final String freshFor;

    Galleries(JdbcTemplate jdbc, ObjectMapper json, GallerySettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.freshFor = settings.freshFor().toString();
    }

    /** The key under which a style's listing is fetched. */
    public static String key(int styleId) {
        return "gallery:" + styleId;
    }

    /** Empty where nobody looked yet. */
    public Optional<StoredGallery> find(int styleId) {
        return jdbc.query("""
                        SELECT style_id, pictures, looked_at, looked_at < now() - ?::interval AS stale, version
                        FROM galleries WHERE style_id = ?
                        """, this::gallery, freshFor, styleId).stream().findFirst();
    }

    /** Whether a style was looked at recently enough, without reading its pictures. */
    public boolean fresh(int styleId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM galleries WHERE style_id = ? AND looked_at > now() - ?::interval)",
                Boolean.class,
                styleId,
                freshFor));
    }

    /** Stores what was listed, in the caller's transaction; none is an answer too. Returns how it compares with what was there. */
    public Effect store(int styleId, List<ListedPicture> listed) {
        Listing listing = Listing.of(listed);
        return jdbc.queryForObject(
                STORE, Galleries::effect, styleId, write(listing.pictures()), write(listing.addresses()), styleId);
    }

    private static Effect effect(ResultSet row, int number) throws SQLException {
        long before = row.getLong("before");
        if (row.wasNull()) {
            return new Effect(Effect.Kind.FIRST, 0);
        }
        return before == row.getLong("version") ? Effect.EQUAL : new Effect(Effect.Kind.CHANGED, 0);
    }

    private StoredGallery gallery(ResultSet row, int number) throws SQLException {
        return new StoredGallery(
                row.getInt("style_id"),
                read(row.getString("pictures")),
                row.getObject("looked_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("stale"),
                row.getLong("version"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a listing cannot be written", e);
        }
    }

    private List<Picture> read(String pictures) {
        try {
            return json.readValue(pictures, PICTURES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored listing cannot be read", e);
        }
    }
}
