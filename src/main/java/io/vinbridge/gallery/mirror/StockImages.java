package io.vinbridge.gallery.mirror;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.description.StockImage;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.media.ListedPicture;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.gallery.listing.Picture;
import io.vinbridge.gallery.listing.PictureName;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stock images that descriptions name, one for each style. They are copied, kept and served like the gallery's
 * pictures, of which one may be the very same file.
 */
@Component
public class StockImages {

    private static final String COPIED = """
            EXISTS (SELECT FROM pictures p JOIN images i USING (hash)
                WHERE p.name = %s.name AND NOT i.broken AND p.looked_at > now() - :askAgainAfter::interval)
            """;

    /** A signed address is another in every answer: the newest is of use only while there is something to fetch. */
    private static final String STORE = """
            INSERT INTO stock_images (style_id, name, address, width, height)
            SELECT named.* FROM unnest(:styles, :names, :addresses, :widths, :heights) AS named (style_id, name, address, width, height)
                LEFT JOIN LATERAL (SELECT * FROM stock_images WHERE style_id = named.style_id OFFSET 0) s ON true
            WHERE s.name IS NULL OR (s.name, s.width, s.height) IS DISTINCT FROM (named.name, named.width, named.height)
                OR (s.address <> named.address AND :enabled AND NOT %s)
            ORDER BY named.style_id
            ON CONFLICT (style_id) DO UPDATE SET name = excluded.name, address = excluded.address,
                width = excluded.width, height = excluded.height
            RETURNING style_id, name
            """.formatted(COPIED.formatted("named"));

    private static final String LACKING = "SELECT style_id, name FROM stock_images s WHERE style_id > :after AND NOT "
            + COPIED.formatted("s") + " ORDER BY style_id LIMIT :limit";

    private final JdbcClient jdbc;
    private final Account account;
    private final MirrorSettings settings;

    StockImages(JdbcClient jdbc, Account account, MirrorSettings settings) {
        this.jdbc = jdbc;
        this.account = account;
        this.settings = settings;
    }

    /** A stock image by its name, and the style that has it. */
    public record Named(int styleId, String name) {}

    /**
     * Writes down those of styles as they were just described, in the caller's transaction, and returns those that are
     * to be fetched now; none where no pictures are copied. Of an image at another host than the Media Gallery's,
     * nothing is fetched.
     */
    public List<Named> store(Collection<Style> styles) {
        SortedMap<Integer, StockImage> named = new TreeMap<>();
        for (Style style : styles) {
            StockImage image = style.stockImage();
            if (image != null && image.address() != null && account.givesPictures(image.address())) {
                named.put(style.id(), image);
            }
        }
        if (named.isEmpty()) {
            return List.of();
        }
        List<Named> stored = jdbc.sql(STORE)
                .param("styles", ArrayColumn.INTEGER.of(named.keySet()))
                .param("names", ArrayColumn.TEXT.of(named.entrySet(), one -> name(one.getKey(), one.getValue())))
                .param("addresses", ArrayColumn.TEXT.of(named.values(), StockImage::address))
                .param("widths", ArrayColumn.INTEGER.of(named.values(), StockImage::width))
                .param("heights", ArrayColumn.INTEGER.of(named.values(), StockImage::height))
                .param("enabled", settings.enabled())
                .param("askAgainAfter", settings.askAgainAfter().toString())
                .query(Named.class)
                .list();
        return settings.enabled() ? stored : List.of();
    }

    /** Those after a style's number, in the order of the numbers, that are not copied, or were not fetched lately. */
    public List<Named> lacking(int styleId, int limit) {
        return settings.enabled()
                ? jdbc.sql(LACKING)
                        .param("after", styleId)
                        .param("limit", limit)
                        .param("askAgainAfter", settings.askAgainAfter().toString())
                        .query(Named.class)
                        .list()
                : List.of();
    }

    private static String name(int styleId, StockImage image) {
        return PictureName.of(
                styleId,
                new ListedPicture(
                        image.address(), Picture.STOCK, image.width(), image.height(), null, null, null, null, null));
    }
}
