package io.vinbridge.sandbox;

import io.vinbridge.sandbox.catalog.models.Table;
import java.util.List;

/** A VIN to try, and what is interesting about it. */
public record SampleVin(String vin, String interest) {

    static List<SampleVin> all() {
        return Table.rows("sample-vins").stream()
                .map(row -> new SampleVin(row.text("vin"), row.text("interest")))
                .toList();
    }
}
