package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.data.SchemaValue;
import io.vinbridge.vpic.data.VinSchema;
import io.vinbridge.vpic.vin.VinKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Decode of a VIN under one model year: who contends, who wins, and what is wrong. */
final class PassDecode {

    private static final int FIXED_PRIORITY = 100;
    private static final int MODEL_MAKE_PRIORITY = 1000;
    private static final int MAKE_PRIORITY = -100;
    private static final int DEFAULT_PRIORITY = 10;

    private final EditionCommons commons;
    private final Elements elements;
    private final VinKey vin;
    private final ManufacturerCode code;
    private final Integer year;

    PassDecode(EditionCommons commons, Elements elements, VinKey vin, ManufacturerCode code, Integer year) {
        this.commons = commons;
        this.elements = elements;
        this.vin = vin;
        this.code = code;
        this.year = year;
    }

    /**
     * Decodes.
     *
     * @param schemas at least those of the code's schemas that the year has
     * @param certain whether no other year is possible
     * @param contradicted whether somebody gave another year
     */
    Pass decode(Map<Integer, VinSchema> schemas, boolean certain, boolean contradicted) {
        Contest contest = new Contest(elements);
        PassErrors errors = new PassErrors(commons, vin, code, year);
        List<DecodedElement> stayed = List.of();
        if (code == null) {
            errors.unknownCode();
        } else {
            List<VinSchema> own = contend(contest, schemas);
            fillFromCode(contest);
            UnitConversion.fill(contest, commons.conversions());
            SpecSheets.fill(contest, schemas, code, year);
            stayed = contest.all();
            errors.judge(contest.patterns(), own, stayed);
        }
        errors.judgeVin(contest, certain, contradicted);
        if (code != null && fillDefaults(contest)) {
            stayed = contest.all();
        }
        return errors.pass(stayed, certain, rank(stayed, errors.weight()));
    }

    private List<VinSchema> contend(Contest contest, Map<Integer, VinSchema> schemas) {
        List<VinSchema> own = new ArrayList<>();
        for (ManufacturerCode.Link link : code.links()) {
            VinSchema schema = year == null || link.covers(year) ? schemas.get(link.schema()) : null;
            if (schema != null) {
                contest.enter(vin, schema, link);
                own.add(schema);
            }
        }
        contest.enterEngine(commons);
        return own;
    }

    private void fillFromCode(Contest contest) {
        String type = commons.vehicleType(code.vehicleType());
        if (type != null) {
            fix(contest, Elements.VEHICLE_TYPE, Source.MANUFACTURER_CODE, Integer.toString(code.vehicleType()), type);
        }
        if (code.manufacturer() != null) {
            String name = code.manufacturer().toUpperCase(Locale.ROOT);
            fix(contest, Elements.MANUFACTURER, Source.MANUFACTURER_CODE, name, name);
        }
        if (year != null) {
            fix(contest, Elements.MODEL_YEAR, Source.MODEL_YEAR, year.toString(), year.toString());
        }
        DecodedElement model = contest.winner(Elements.MODEL);
        List<String> makes = code.makes();
        if (model != null) {
            SchemaValue known = model.schemaValue();
            makes = known == null ? List.of() : known.makes();
            if (!makes.isEmpty()) {
                String make = makes.get(0).toUpperCase(Locale.ROOT);
                contest.put(new DecodedElement(
                        Elements.MAKE,
                        Source.MAKE_OF_MODEL,
                        MODEL_MAKE_PRIORITY,
                        VinSchema.NEVER,
                        model.key(),
                        model.pattern(),
                        model.schema(),
                        make,
                        make,
                        null));
            }
        } else if (makes.size() == 1) {
            String make = makes.get(0).toUpperCase(Locale.ROOT);
            contest.put(DecodedElement.fixed(
                    Elements.MAKE, Source.MANUFACTURER_CODE, MAKE_PRIORITY, VinSchema.NEVER, make, make));
        }
    }

    private static void fix(Contest contest, int element, Source source, String attribute, String value) {
        contest.enter(DecodedElement.fixed(element, source, FIXED_PRIORITY, VinSchema.NEVER, attribute, value));
    }

    private boolean fillDefaults(Contest contest) {
        boolean filled = false;
        for (EditionCommons.Default usual : commons.defaults().getOrDefault(code.vehicleType(), List.of())) {
            if (usual.element() < elements.count() && contest.absent(usual.element())) {
                EditionCommons.Element element = commons.elements().get(usual.element());
                String value = element.table() != null && usual.value().equals("0") ? "Not Applicable" : null;
                contest.put(DecodedElement.fixed(
                        usual.element(), Source.DEFAULT, DEFAULT_PRIORITY, VinSchema.NEVER, usual.value(), value));
                filled = true;
            }
        }
        return filled;
    }

    private Pass.Rank rank(List<DecodedElement> stayed, int errors) {
        int weight = 0;
        int patterns = 0;
        boolean weighed = false;
        int before = -1;
        for (DecodedElement one : stayed) {
            boolean says = one.value() == null || !one.value().isEmpty();
            if (says && one.element() != before && elements.weight(one.element()) > 0) {
                weight += elements.weight(one.element());
                weighed = true;
            }
            before = says ? one.element() : before;
            patterns += says && one.source().ofPattern() ? 1 : 0;
        }
        return new Pass.Rank(
                errors, weighed ? weight : null, patterns == 0 ? null : patterns, code == null ? null : year);
    }
}
