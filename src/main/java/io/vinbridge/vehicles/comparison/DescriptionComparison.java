package io.vinbridge.vehicles.comparison;

import io.vinbridge.changes.FieldChange;
import io.vinbridge.chromedata.description.Description;
import java.util.List;

/** Comparison of what ADS and CVD say of one vehicle, item by item. */
public final class DescriptionComparison {

    private DescriptionComparison() {}

    /** All items that at least one of them has. */
    public static List<ComparedItem> of(Description ads, Description cvd) {
        return MemberRules.ALL.stream()
                .flatMap(rule -> rule.compare(ads, cvd).stream())
                .toList();
    }

    /**
     * Changes that a vehicle has where its description comes from another service now: only what both tell and tell
     * differently. What one of them does not tell has not changed.
     */
    public static List<FieldChange> changes(Description before, Description after, int most) {
        return of(before, after).stream()
                .filter(item -> item.verdict() == Verdict.DIFFERENT)
                .limit(most)
                .map(item -> new FieldChange(item.path(), item.ads(), item.cvd()))
                .toList();
    }
}
