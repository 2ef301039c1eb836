package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.vin.ModelYears;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Plan of the model years under which a VIN is decoded, in the order of NHTSA's passes. */
record YearPlan(List<Step> steps, Integer given, ModelYears years) {

    /** One year, null where none is known. */
    record Step(Integer year, boolean certain, boolean contradicted, boolean onlyIfNothingFound) {}

    static YearPlan of(ModelYears years, Integer given, int last) {
        List<Step> steps = new ArrayList<>();
        boolean possible = given != null && given >= VinDecoder.FIRST_YEAR && given <= last;
        boolean other = possible && !given.equals(years.year()) && !given.equals(years.other());
        if (other) {
            steps.add(new Step(given, true, true, false));
        }
        if (!other || years.year() != null) {
            steps.add(new Step(years.year(), years.certain(), contradicts(given, years.year()), other));
            if (years.other() != null) {
                steps.add(new Step(years.other(), false, contradicts(given, years.other()), other));
            }
        }
        return new YearPlan(steps, given, years);
    }

    /** Adds the schemas that a decode may need. */
    void needs(ManufacturerCode code, Set<Integer> schemas) {
        for (ManufacturerCode.Link link : code.links()) {
            for (Step step : steps) {
                if (step.year() == null || link.covers(step.year())) {
                    schemas.add(link.schema());
                }
            }
        }
    }

    ModelYears.Basis basis(Integer year) {
        if (year == null) {
            return ModelYears.Basis.UNKNOWN;
        }
        return (Objects.equals(year, given) && !years.certain())
                        || (!year.equals(years.year()) && !year.equals(years.other()))
                ? ModelYears.Basis.GIVEN
                : years.basis();
    }

    private static boolean contradicts(Integer given, Integer year) {
        return given != null && year != null && !given.equals(year);
    }
}
