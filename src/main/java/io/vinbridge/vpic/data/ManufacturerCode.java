package io.vinbridge.vpic.data;

import java.util.ArrayList;
import java.util.List;

/**
 * World manufacturer identifier (WMI) as vPIC has it: three characters, or six where the third is 9.
 *
 * @param publicFrom from when NHTSA shows it, in milliseconds since 1970; {@link VinSchema#NEVER} where it says nothing
 * @param vehicleType the identifier of its type of vehicle, 0 for none
 * @param truckType the identifier of its type of truck, 0 for none
 * @param manufacturer the manufacturer's name, null for none
 * @param country the country's name, null for none
 * @param makes the names of its makes
 * @param links its schemas and their years
 */
public record ManufacturerCode(
        String code,
        long publicFrom,
        int vehicleType,
        int truckType,
        String manufacturer,
        String country,
        List<String> makes,
        List<Link> links) {

    private static final int CAR = 2;
    private static final int TRUCK = 3;
    private static final int MULTIPURPOSE = 7;

    /** A schema and the model years for which it holds, both included. */
    public record Link(int schema, int from, int to) {

        public boolean covers(int year) {
            return from <= year && year <= to;
        }
    }

    public byte[] pack() {
        PackedBytes.Writer out = new PackedBytes.Writer()
                .signed(publicFrom)
                .number(vehicleType)
                .number(truckType)
                .text(manufacturer)
                .text(country)
                .number(makes.size());
        makes.forEach(out::text);
        out.number(links.size());
        int before = 0;
        for (Link link : links) {
            out.signed((long) link.schema - before).number(link.from).number(link.to - link.from + 1L);
            before = link.schema;
        }
        return out.bytes();
    }

    public static ManufacturerCode unpack(String code, byte[] packed) {
        PackedBytes.Reader in = new PackedBytes.Reader(packed);
        long publicFrom = in.signed();
        int vehicleType = in.integer();
        int truckType = in.integer();
        String manufacturer = in.text();
        String country = in.text();
        List<String> makes = new ArrayList<>();
        for (int rest = in.integer(); rest > 0; rest--) {
            makes.add(in.text());
        }
        List<Link> links = new ArrayList<>();
        int schema = 0;
        for (int rest = in.integer(); rest > 0; rest--) {
            schema += (int) in.signed();
            int from = in.integer();
            links.add(new Link(schema, from, from + in.integer() - 1));
        }
        return new ManufacturerCode(code, publicFrom, vehicleType, truckType, manufacturer, country, makes, links);
    }

    /**
     * Whether it is of those vehicles whose position 7 tells the cycle of model years (49 CFR 565.15): cars, MPVs,
     * light trucks.
     */
    public boolean light() {
        return vehicleType == CAR || vehicleType == MULTIPURPOSE || (vehicleType == TRUCK && truckType == 1);
    }

    public boolean hasSchemaFor(int year) {
        return links.stream().anyMatch(link -> link.covers(year));
    }

    /** About how many bytes of memory it takes. */
    public int size() {
        return 300 + 40 * links.size() + 60 * makes.size();
    }
}
