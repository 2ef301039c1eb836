package io.vinbridge.vpic.edition;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.data.EditionData;
import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.data.VinSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Edition as it is in the database; keeps nothing but what all decodes share. */
final class StoredEdition implements EditionData {

    /** Asks the database. */
    interface Ask {

        <T> T ask(Function<JdbcClient, T> question);
    }

    private final int id;
    private final EditionCommons commons;
    private final Ask database;

    StoredEdition(int id, EditionCommons commons, Ask database) {
        this.id = id;
        this.commons = commons;
        this.database = database;
    }

    @Override
    public EditionCommons commons() {
        return commons;
    }

    @Override
    public Map<String, ManufacturerCode> codes(Collection<String> codes) {
        Map<String, ManufacturerCode> found = new HashMap<>();
        if (!codes.isEmpty()) {
            database.ask(jdbc -> {
                jdbc.sql("SELECT code, body FROM vpic_codes WHERE edition = :id AND code = ANY (:codes)")
                        .param("id", id)
                        .param("codes", ArrayColumn.TEXT.of(codes))
                        .query(row -> {
                            String code = row.getString("code");
                            found.put(code, ManufacturerCode.unpack(code, row.getBytes("body")));
                        });
                return null;
            });
        }
        return found;
    }

    @Override
    public Map<Integer, VinSchema> schemas(Collection<Integer> ids) {
        Map<Integer, VinSchema> found = new HashMap<>();
        if (!ids.isEmpty()) {
            database.ask(jdbc -> {
                jdbc.sql("SELECT id, body FROM vpic_schemas WHERE edition = :id AND id = ANY (:schemas)")
                        .param("id", id)
                        .param("schemas", ArrayColumn.INTEGER.of(ids))
                        .query(row -> {
                            int schema = row.getInt("id");
                            found.put(schema, VinSchema.unpack(schema, row.getBytes("body")));
                        });
                return null;
            });
            // Some that manufacturers' codes refer to have no patterns; found once, they are not looked for again.
            ids.forEach(schema -> found.computeIfAbsent(schema, VinSchema::empty));
        }
        return found;
    }
}
