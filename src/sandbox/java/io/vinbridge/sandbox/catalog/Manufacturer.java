package io.vinbridge.sandbox.catalog;

import io.vinbridge.sandbox.catalog.models.Division;
import io.vinbridge.sandbox.catalog.models.Draw;
import io.vinbridge.sandbox.catalog.models.ModelLine;
import io.vinbridge.sandbox.catalog.models.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Manufacturer behind a world manufacturer identifier, and the kind of vehicle that is built under it. Listed ones are
 * real. Others are taken for one of the makes that claim their first character; makers of trucks, trailers and
 * motorcycles, three in four small makers, and identifiers of regions that nobody claims (0, 6 to 9, A to H, L, M, N,
 * P, R) are not carried.
 */
record Manufacturer(Division division, String builds) {

    private static final Map<String, Table.Row> LISTED = listed();

    static Optional<Manufacturer> of(VinPattern pattern) {
        Table.Row row = LISTED.get(pattern.manufacturer());
        if (row == null) {
            return claiming(pattern);
        }
        return row.text("division").equals("-")
                ? Optional.empty()
                : Optional.of(new Manufacturer(Division.named(row.text("division")), row.text("builds")));
    }

    /**
     * The line that the descriptor is known for, or else any of what is built under the identifier; empty if nothing
     * was sold.
     */
    Optional<ModelLine> line(VinPattern pattern, List<ModelLine> sold) {
        Comparator<ModelLine> better = Comparator.comparingInt(line -> line.recognizedBy(pattern.descriptor()));
        Optional<ModelLine> known =
                sold.stream().max(better).filter(line -> line.recognizedBy(pattern.descriptor()) > 0);
        List<ModelLine> built =
                sold.stream().filter(line -> line.builtAs(builds)).toList();
        List<ModelLine> likely = built.isEmpty() ? sold : built;
        return known.or(() -> Draw.of("line").with(pattern.text()).fromAny(likely));
    }

    private static Optional<Manufacturer> claiming(VinPattern pattern) {
        Draw draw = Draw.of("manufacturer").with(pattern.manufacturer()).with(pattern.smallMaker());
        if (!pattern.smallMaker().isEmpty() && draw.chance(0.75)) {
            return Optional.empty();
        }
        String first = pattern.manufacturer().substring(0, 1);
        List<Division> claimants = Division.all().stream()
                .filter(division -> division.claims().contains(first))
                .toList();
        return claimants.isEmpty()
                ? Optional.empty()
                : Optional.of(new Manufacturer(draw.with(1).from(claimants), "any"));
    }

    private static Map<String, Table.Row> listed() {
        Map<String, Table.Row> byIdentifier = new HashMap<>();
        Table.rows("manufacturers").forEach(row -> byIdentifier.put(row.text("wmi"), row));
        return byIdentifier;
    }
}
