package io.vinbridge.vehicles.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who asks for a vehicle that waits for its description changes nothing about it. */
class VehicleRegistryTest {

    private final Node node = World.shared().node();
    private final VehicleRegistry registry = node.bean(VehicleRegistry.class);
    private final JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
    private final Vin vin = new Vin(World.freshVin());
    private final String key = node.bean(RequestKeys.class).describing(vin);

    @Test
    void isTheSameHoweverOftenItIsAskedFor() {
        registry.register(List.of(vin), "first");
        Map<String, Object> before = row();

        List<RegisteredVin> again = registry.register(List.of(vin), "again");

        assertThat(again).containsExactly(new RegisteredVin(vin, key, false, false));
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void keepsWhatNhtsaSaysInThePlaceOfItsDescriptionWhereItComesUnderAnotherKey() {
        registry.register(List.of(vin), "first");
        jdbc.update("""
                UPDATE vehicles SET request_key = 'describe:of other settings', stand_in = '{}', opinion_of = '', make = 'HONDA',
                    model = 'Accord', model_year = 2023, body_type = 'Sedan' WHERE vin = ?
                """, vin.value());
        Map<String, Object> before = row();

        List<RegisteredVin> again = registry.register(List.of(vin), "again");

        assertThat(again).containsExactly(new RegisteredVin(vin, key, false, false));
        before.put("request_key", key);
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void isDescribedOnceItsPatternIs() {
        registry.register(List.of(vin), "first");
        Vin sibling = new Vin(vin.value().substring(0, 11) + "654321");
        node.get("/vehicles/" + sibling);
        jdbc.update("UPDATE vehicles SET document = NULL, make = NULL WHERE vin = ?", vin.value());

        List<RegisteredVin> again = registry.register(List.of(vin, sibling), "again");

        assertThat(again).containsExactly(new RegisteredVin(vin, key, true, false));
        assertThat(row()).containsEntry("make", "Honda");
    }

    private Map<String, Object> row() {
        return jdbc.queryForMap("""
                SELECT request_key, make, model, model_year, body_type, stand_in, version, changed_at FROM vehicles WHERE vin = ?
                """, vin.value());
    }
}
