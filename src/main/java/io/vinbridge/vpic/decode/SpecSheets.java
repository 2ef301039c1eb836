package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.data.SpecSheet;
import io.vinbridge.vpic.data.VinSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Specification sheets of the decoded model: what they say of elements of which nothing else says anything. */
final class SpecSheets {

    private static final int PRIORITY = -100;

    private SpecSheets() {}

    /** Value of a sheet that holds for the vehicle. */
    private record Said(SpecSheet sheet, SpecSheet.Entry entry) {}

    /** Fills from the sheets that hold; of several the one that was changed last speaks. */
    static void fill(Contest contest, Map<Integer, VinSchema> schemas, ManufacturerCode code, Integer year) {
        DecodedElement model = contest.winner(Elements.MODEL);
        VinSchema schema = model == null ? null : schemas.get(model.schema());
        if (schema == null || schema.sheets().isEmpty()) {
            return;
        }
        List<Said> said = new ArrayList<>();
        for (SpecSheet sheet : schema.sheets()) {
            if (sheet.of(model.attribute(), code, year) && sheet.keys().stream().allMatch(contest::says)) {
                sheet.values().stream()
                        .filter(one -> contest.open(one.element()))
                        .forEach(one -> said.add(new Said(sheet, one)));
            }
        }
        said.sort(Comparator.comparingLong((Said one) -> one.entry.changed()).reversed());
        Set<Integer> filled = new HashSet<>();
        for (Said one : said) {
            if (filled.add(one.entry.element())) {
                contest.enter(new DecodedElement(
                        one.entry.element(),
                        Source.SPEC_SHEET,
                        PRIORITY,
                        one.entry.changed(),
                        null,
                        one.sheet.id(),
                        one.sheet.schema(),
                        one.entry.attribute(),
                        null,
                        null));
            }
        }
    }
}
