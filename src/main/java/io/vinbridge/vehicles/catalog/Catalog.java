package io.vinbridge.vehicles.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.VehiclesSettings;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalogue's lists (model years, divisions, models, styles) as last fetched, by request key. */
@Component
public class Catalog {

    private final JdbcClient jdbc;
    private final String freshFor;

    Catalog(JdbcClient jdbc, VehiclesSettings settings) {
        this.jdbc = jdbc;
        this.freshFor = settings.catalogFreshFor().toString();
    }

    /** A list as last fetched; empty where nobody asked for it yet. */
    public Optional<StoredCatalogList> find(String key) {
        return jdbc
                .sql(
                        "SELECT items, looked_at < now() - :freshFor::interval AS stale FROM catalog WHERE request_key = :key")
                .param("freshFor", freshFor)
                .param("key", key)
                .query((row, number) -> new StoredCatalogList(
                        CanonicalJson.read(row.getString("items"), JsonNode.class), row.getBoolean("stale")))
                .list()
                .stream()
                .findFirst();
    }

    /**
     * A list that has an entry of some number.
     *
     * @param list what stands behind the prefix in its key
     * @param name of the entry
     */
    public record Place(String list, String name) {}

    /** The list under a prefix of keys that has an entry of that number; empty where none has. */
    public Optional<Place> listWith(String prefix, int id) {
        return jdbc.sql("""
                        SELECT substr(c.request_key, length(:prefix) + 1) AS list, entry ->> 'name' AS name
                        FROM catalog c CROSS JOIN LATERAL json_array_elements(c.items::json) AS entry
                        WHERE starts_with(c.request_key, :prefix) AND entry ->> 'id' = :id ORDER BY c.request_key DESC LIMIT 1
                        """)
                .param("prefix", prefix)
                .param("id", Integer.toString(id))
                .query((row, number) -> new Place(row.getString("list"), row.getString("name")))
                .optional();
    }

    /** Stores a list, in the caller's transaction. */
    public void store(String key, List<?> items) {
        jdbc.sql("""
                INSERT INTO catalog (request_key, items) VALUES (:key, :items)
                ON CONFLICT (request_key) DO UPDATE SET items = excluded.items, looked_at = now()
                """)
                .param("key", key)
                .param("items", CanonicalJson.text(items))
                .update();
    }
}
