package io.vinbridge.gallery;

import io.vinbridge.chromedata.media.ListedPicture;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.failures.Json;
import io.vinbridge.gallery.listing.GalleryListing;
import io.vinbridge.gallery.listing.Picture;
import io.vinbridge.gallery.listing.StoredGallery;
import io.vinbridge.gallery.listing.StoredListing;
import io.vinbridge.gallery.selection.CopyPolicy;
import io.vinbridge.work.WorkResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The styles' listings. */
@Component
public class Galleries {

    /**
     * The subqueries in RETURNING see the rows as they were before this statement. Addresses change with every listing.
     * An array of arrays must have as many names for each style: they come as JSON.
     */
    private static final String STORE = """
            INSERT INTO galleries AS g (style_id, pictures, addresses, names)
            SELECT style_id, pictures, addresses, ARRAY(SELECT json_array_elements_text(names::json))
            FROM unnest(:styles::integer[], :pictures::text[], :addresses::text[], :names::text[])
                AS listed (style_id, pictures, addresses, names)
            ORDER BY style_id
            ON CONFLICT (style_id) DO UPDATE SET pictures = excluded.pictures, addresses = excluded.addresses,
                names = excluded.names,
                looked_at = now(), version = g.version + (g.pictures <> excluded.pictures)::int
            RETURNING style_id, (SELECT version FROM galleries b WHERE b.style_id = g.style_id) AS before, version,
                (SELECT name FROM stock_images s WHERE s.style_id = g.style_id) AS stock
            """;

    private final JdbcClient jdbc;
    private final ReadQueries reading;
    private final Json json;
    private final GalleryRows rows;
    private final Duration freshFor;
    private final CopyPolicy copying;

    Galleries(JdbcClient jdbc, ReadQueries reading, Json json, GallerySettings settings, CopyPolicy copying) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.json = json;
        this.rows = new GalleryRows(json);
        this.freshFor = settings.freshFor();
        this.copying = copying;
    }

    /** The key under which a style's listing is fetched. */
    public static String key(int styleId) {
        return "gallery:" + styleId;
    }

    /** Empty where nobody looked yet. */
    public Optional<StoredGallery> find(int styleId) {
        return of(List.of(styleId)).stream()
                .filter(gallery -> gallery.at() != null)
                .findFirst();
    }

    /** Those of several styles, in no particular order; of a style that nobody looked at, what is known of it. */
    public List<StoredGallery> of(Collection<Integer> styles) {
        return reading.ask(jdbc -> jdbc.sql(GalleryRows.OF)
                .param("freshFor", freshFor.toString())
                .param("styles", ArrayColumn.INTEGER.of(styles))
                .query(rows::gallery)
                .list());
    }

    /** Galleries after a style's number, in the order of the numbers. */
    public List<StoredGallery> after(int styleId, int limit) {
        return jdbc.sql(GalleryRows.AFTER)
                .param("freshFor", freshFor.toString())
                .param("after", styleId)
                .param("limit", limit)
                .query(rows::gallery)
                .list();
    }

    /** True if the last fetch was so long ago that addresses may have run out since. */
    public boolean olderThan(int styleId, Duration age) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM galleries WHERE style_id = :style AND looked_at < now() - :age::interval)")
                .param("style", styleId)
                .param("age", age.toString())
                .query(Boolean.class)
                .single();
    }

    /** The names of the pictures that are to be copied. */
    public List<String> toCopy(StoredGallery gallery) {
        return toCopy(gallery.pictures(), gallery.names());
    }

    /** Styles whose listing is fresh, without reading their pictures. */
    public Set<Integer> fresh(Collection<Integer> styles) {
        return Set.copyOf(jdbc.sql(
                        "SELECT style_id FROM galleries WHERE style_id = ANY (:styles) AND looked_at > now() - :freshFor::interval")
                .param("styles", ArrayColumn.INTEGER.of(styles))
                .param("freshFor", freshFor.toString())
                .query(Integer.class)
                .list());
    }

    /** Age up to which a listing is fresh. */
    public Duration freshFor() {
        return freshFor;
    }

    /** Stores what was listed for each style, in the caller's transaction; none is an answer too. */
    public List<StoredListing> store(Map<Integer, List<ListedPicture>> listed) {
        Map<Integer, GalleryListing> listings = new HashMap<>();
        listed.forEach((styleId, pictures) -> listings.put(styleId, GalleryListing.of(styleId, pictures)));
        return jdbc.sql(STORE)
                .param("styles", ArrayColumn.INTEGER.of(listings.keySet()))
                .param("pictures", ArrayColumn.TEXT.of(listings.values(), listing -> json.text(listing.pictures())))
                .param("addresses", ArrayColumn.TEXT.of(listings.values(), listing -> json.text(listing.addresses())))
                .param("names", ArrayColumn.TEXT.of(listings.values(), listing -> json.text(listing.names())))
                .query((row, number) -> stored(row, listings.get(row.getInt("style_id"))))
                .list();
    }

    /** Whether the Media Gallery lists a picture of that name for a style. */
    public boolean lists(int styleId, String name) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM galleries WHERE style_id = :style AND :name = ANY (names))")
                .param("style", styleId)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private StoredListing stored(ResultSet row, GalleryListing listing) throws SQLException {
        GalleryListing whole = listing.with(row.getString("stock"));
        return new StoredListing(row.getInt("style_id"), effect(row), toCopy(whole.pictures(), whole.names()));
    }

    private List<String> toCopy(List<Picture> pictures, List<String> names) {
        Set<Picture> wanted = copying.wanted(pictures);
        List<String> toCopy = new ArrayList<>(wanted.size());
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(pictures.get(i))) {
                toCopy.add(names.get(i));
            }
        }
        return toCopy;
    }

    private static WorkResult effect(ResultSet row) throws SQLException {
        long before = row.getLong("before");
        if (row.wasNull()) {
            return new WorkResult(WorkResult.Kind.FIRST, 0);
        }
        return before == row.getLong("version") ? WorkResult.EQUAL : new WorkResult(WorkResult.Kind.CHANGED, 0);
    }
}
