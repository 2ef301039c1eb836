package io.vinbridge.vpic.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Specification sheet of vPIC: what vehicles of a model have, beside what patterns say. It holds for a vehicle of which
 * all keys are known to be so.
 *
 * @param id its identifier
 * @param schema the identifier of the group of sheets that it belongs to
 * @param model the identifier of the model, as patterns have it
 * @param make the name of the make
 * @param vehicleType the identifier of the type of vehicle
 * @param years the model years; none for all
 * @param keys what must be so
 * @param values what is so then
 */
public record SpecSheet(
        int id,
        int schema,
        String model,
        String make,
        int vehicleType,
        List<Integer> years,
        List<Entry> keys,
        List<Entry> values) {

    /** One element with its attribute, and when that was last changed, or {@link VinSchema#NEVER}. */
    public record Entry(int element, String attribute, long changed) {}

    /**
     * Whether it is one of a model, for a make of a manufacturer's code, its type of vehicle, and a year, null where
     * none is known.
     */
    public boolean of(String model, ManufacturerCode code, Integer year) {
        return this.model.equals(model)
                && vehicleType == code.vehicleType()
                && code.makes().contains(make)
                && (years.isEmpty() || (year != null && years.contains(year)));
    }

    void pack(PackedBytes.Writer out) {
        out.number(id).number(schema).text(model).text(make).number(vehicleType).number(years.size());
        years.forEach(out::number);
        pack(out, keys);
        pack(out, values);
    }

    static SpecSheet unpack(PackedBytes.Reader in) {
        int id = in.integer();
        int schema = in.integer();
        String model = in.text();
        String make = in.text();
        int vehicleType = in.integer();
        List<Integer> years = new ArrayList<>();
        for (int rest = in.integer(); rest > 0; rest--) {
            years.add(in.integer());
        }
        return new SpecSheet(id, schema, model, make, vehicleType, years, entries(in), entries(in));
    }

    private static void pack(PackedBytes.Writer out, List<Entry> entries) {
        out.number(entries.size());
        entries.forEach(one -> out.number(one.element).text(one.attribute).signed(one.changed));
    }

    private static List<Entry> entries(PackedBytes.Reader in) {
        List<Entry> entries = new ArrayList<>();
        for (int rest = in.integer(); rest > 0; rest--) {
            entries.add(new Entry(in.integer(), in.text(), in.signed()));
        }
        return entries;
    }
}
