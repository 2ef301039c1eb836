package io.vinbridge.sandbox.ads;

import io.vinbridge.sandbox.catalog.Vin;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** For which VINs the manufacturer's build data is there: none unless set. May be changed while the sandbox runs. */
public final class BuildData {
    private volatile boolean all;
    private volatile Set<String> vins = Set.of();

    /** For every VIN. */
    public void forAll() {
        all = true;
    }

    /** For these VINs and no others. */
    public void forVins(Set<String> those) {
        all = false;
        vins = those.stream().map(vin -> vin.toUpperCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }

    public void forNone() {
        forVins(Set.of());
    }

    /** Whether the manufacturer has a record of this vehicle. */
    public boolean covers(Vin vin) {
        return all || vins.contains(vin.text());
    }
}
