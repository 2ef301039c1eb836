package io.vinbridge.gallery;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.failures.Json;
import io.vinbridge.gallery.listing.Picture;
import io.vinbridge.gallery.listing.StoredGallery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of styles' listings, with what is mirrored of them. */
record GalleryRows(Json json) {

    private static final TypeReference<List<Picture>> PICTURES = new TypeReference<>() {};

    private static final String ADDRESS = "/api/v1/media/";

    /**
     * With the names of the images that its pictures are mirrored as, and with their placeholders, in the same order,
     * the stock image last; the arrays are null where it has no pictures.
     */
    private static final String SELECT = """
            SELECT style_id, coalesce(g.pictures, '[]') AS pictures, coalesce(g.names, '{}') AS names, g.looked_at,
                g.looked_at IS NULL OR g.looked_at < now() - :freshFor::interval AS stale, coalesce(g.version, 0) AS version,
                s.name AS stock, s.width, s.height, hashes, placeholders
            FROM %s AS styles (style_id) LEFT JOIN galleries g USING (style_id) LEFT JOIN stock_images s USING (style_id)
                CROSS JOIN LATERAL (
                    SELECT array_agg(CASE WHEN NOT i.broken THEN encode(i.hash, 'hex') END ORDER BY n.place) AS hashes,
                        array_agg(i.placeholder ORDER BY n.place) AS placeholders
                    FROM unnest(CASE WHEN s.name IS NULL THEN g.names ELSE coalesce(g.names, '{}') || s.name END)
                            WITH ORDINALITY AS n (name, place)
                        LEFT JOIN (pictures p JOIN images i ON i.hash = p.hash) ON p.name = n.name) AS copies
            WHERE (g.style_id IS NOT NULL OR s.style_id IS NOT NULL)
            """;

    /** Those of the styles. */
    static final String OF = SELECT.formatted("unnest(:styles)");

    /** Listings after a style, in the order of the numbers. */
    static final String AFTER =
            SELECT.formatted("(SELECT style_id FROM galleries WHERE style_id > :after ORDER BY style_id LIMIT :limit)")
                    + "ORDER BY style_id";

    StoredGallery gallery(ResultSet row, int number) throws SQLException {
        List<Picture> pictures = new ArrayList<>(json.read(row.getString("pictures"), PICTURES));
        List<String> names =
                new ArrayList<>(List.of((String[]) row.getArray("names").getArray()));
        if (row.getString("stock") != null) {
            pictures.add(Picture.stock(row.getObject("width", Integer.class), row.getObject("height", Integer.class)));
            names.add(row.getString("stock"));
        }
        if (row.getArray("hashes") != null) {
            String[] hashes = (String[]) row.getArray("hashes").getArray();
            String[] placeholders = (String[]) row.getArray("placeholders").getArray();
            for (int i = 0; i < hashes.length; i++) {
                String address = hashes[i] == null ? null : ADDRESS + hashes[i];
                pictures.set(i, pictures.get(i).mirrored(address, placeholders[i]));
            }
        }
        return new StoredGallery(
                row.getInt("style_id"),
                pictures,
                names,
                row.getString("looked_at") == null ? null : InstantColumn.of(row, "looked_at"),
                row.getBoolean("stale"),
                row.getLong("version"));
    }
}
