package io.vinbridge.vpic.edition;

import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.data.EditionData;
import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.data.VinSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;

/** Edition as it is in the database; keeps nothing but what all decodes share. */
final class StoredEdition implements EditionData {

    /** Asks the database. */
    interface Ask {

        <T> T ask(Function<JdbcOperations, T> question);
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
                jdbc.query(
                        "SELECT code, body FROM vpic_codes WHERE edition = ? AND code = ANY (?)",
                        row -> {
                            String code = row.getString(1);
                            found.put(code, ManufacturerCode.unpack(code, row.getBytes(2)));
                        },
                        id,
                        codes.toArray(String[]::new));
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
                jdbc.query(
                        "SELECT id, body FROM vpic_schemas WHERE edition = ? AND id = ANY (?)",
                        row -> {
                            int schema = row.getInt(1);
                            found.put(schema, VinSchema.unpack(schema, row.getBytes(2)));
                        },
                        id,
                        ids.toArray(Integer[]::new));
                return null;
            });
            // Some that manufacturers' codes refer to have no patterns; found once, they are not looked for again.
            ids.forEach(schema -> found.computeIfAbsent(schema, VinSchema::empty));
        }
        return found;
    }
}
