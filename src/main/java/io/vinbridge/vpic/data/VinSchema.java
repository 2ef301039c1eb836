package io.vinbridge.vpic.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Schema of vPIC: a group of patterns that a manufacturer's code refers to for some model years. Rows of one key stand
 * together, so that each key is compared once.
 */
public final class VinSchema {

    /** Time of change of a row that has none; such rows come first. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int PLACES = 14;

    private final int id;
    private final boolean unreviewed;
    private final Rows[] keys;
    private final SchemaValue[] values;
    private final List<SpecSheet> sheets;
    private final long[] named;
    private final int size;

    private VinSchema(
            int id, boolean unreviewed, Rows[] keys, SchemaValue[] values, List<SpecSheet> sheets, int bytes) {
        this.id = id;
        this.unreviewed = unreviewed;
        this.keys = keys;
        this.values = values;
        this.sheets = sheets;
        this.named = new long[PLACES];
        int taken = 200 + 4 * bytes;
        for (Rows rows : keys) {
            for (int place = 0; place < PLACES; place++) {
                named[place] |= rows.key.named(place);
            }
            taken += rows.key.size() + 40 + rows.elements.length * 20;
        }
        this.size = taken;
    }

    /** A pattern: what it says of one element. */
    public record Pattern(int id, String key, int element, SchemaValue value, long changed) {}

    /** The patterns of one key. */
    public static final class Rows {

        private final KeyPattern key;
        private final int[] elements;
        private final int[] values;
        private final long[] changed;
        private final int[] ids;

        private Rows(KeyPattern key, int count) {
            this.key = key;
            this.elements = new int[count];
            this.values = new int[count];
            this.changed = new long[count];
            this.ids = new int[count];
        }

        public KeyPattern key() {
            return key;
        }

        public int count() {
            return elements.length;
        }

        public int element(int row) {
            return elements[row];
        }

        /** When it was last changed, or {@link #NEVER}. */
        public long changed(int row) {
            return changed[row];
        }

        public int id(int row) {
            return ids[row];
        }
    }

    /** Its packed form. A pattern of element 0 says nothing: its key only names characters. */
    public static byte[] pack(boolean unreviewed, List<Pattern> patterns, List<SpecSheet> sheets) {
        Map<String, List<Pattern>> byKey = new LinkedHashMap<>();
        patterns.forEach(one ->
                byKey.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one));
        Map<SchemaValue, Integer> values = new LinkedHashMap<>();
        patterns.stream()
                .filter(one -> one.element() > 0)
                .forEach(one -> values.putIfAbsent(one.value(), values.size()));
        PackedBytes.Writer out =
                new PackedBytes.Writer().number(unreviewed ? 1 : 0).number(values.size());
        values.keySet().forEach(value -> {
            out.text(value.attribute()).text(value.model()).number(value.makes().size());
            value.makes().forEach(out::text);
        });
        out.number(byKey.size());
        long changed = 0;
        int id = 0;
        for (Map.Entry<String, List<Pattern>> key : byKey.entrySet()) {
            List<Pattern> rows =
                    key.getValue().stream().filter(one -> one.element() > 0).toList();
            out.text(key.getKey()).number(rows.size());
            for (Pattern row : rows) {
                boolean never = row.changed() == NEVER;
                out.number((long) row.element() << 1 | (never ? 1 : 0)).number(values.get(row.value()));
                if (!never) {
                    out.signed(row.changed() - changed);
                    changed = row.changed();
                }
                out.signed((long) row.id() - id);
                id = row.id();
            }
        }
        // What has none ends here: an edition from before there were sheets is read as one without.
        if (!sheets.isEmpty()) {
            out.number(sheets.size());
            sheets.forEach(one -> one.pack(out));
        }
        return out.bytes();
    }

    /** One that says nothing. */
    public static VinSchema empty(int id) {
        return new VinSchema(id, false, new Rows[0], new SchemaValue[0], List.of(), 0);
    }

    public static VinSchema unpack(int id, byte[] packed) {
        PackedBytes.Reader in = new PackedBytes.Reader(packed);
        boolean unreviewed = in.number() != 0;
        SchemaValue[] values = new SchemaValue[in.integer()];
        for (int i = 0; i < values.length; i++) {
            String attribute = in.text();
            String model = in.text();
            int makes = in.integer();
            List<String> of = makes == 0 ? List.of() : new ArrayList<>(makes);
            for (int make = 0; make < makes; make++) {
                of.add(in.text());
            }
            values[i] = new SchemaValue(attribute, model, of);
        }
        Rows[] keys = new Rows[in.integer()];
        long changed = 0;
        int row = 0;
        for (int k = 0; k < keys.length; k++) {
            Rows rows = new Rows(KeyPattern.of(in.text()), in.integer());
            for (int i = 0; i < rows.elements.length; i++) {
                int element = in.integer();
                rows.elements[i] = element >> 1;
                rows.values[i] = in.integer();
                if ((element & 1) == 0) {
                    changed += in.signed();
                    rows.changed[i] = changed;
                } else {
                    rows.changed[i] = NEVER;
                }
                row += (int) in.signed();
                rows.ids[i] = row;
            }
            keys[k] = rows;
        }
        return new VinSchema(id, unreviewed, keys, values, sheets(in), packed.length);
    }

    private static List<SpecSheet> sheets(PackedBytes.Reader in) {
        List<SpecSheet> sheets = new ArrayList<>();
        for (int rest = in.more() ? in.integer() : 0; rest > 0; rest--) {
            sheets.add(SpecSheet.unpack(in));
        }
        return sheets;
    }

    public int id() {
        return id;
    }

    /**
     * Whether NHTSA has yet to look at it: its patterns say nothing, but its keys count where characters are judged.
     */
    public boolean unreviewed() {
        return unreviewed;
    }

    public Rows[] keys() {
        return keys;
    }

    public SchemaValue value(Rows rows, int row) {
        return values[rows.values[row]];
    }

    /** The specification sheets of the models that its patterns name. */
    public List<SpecSheet> sheets() {
        return sheets;
    }

    /** The characters that its keys name at a place of a VIN's key, counted from 0. */
    public long named(int place) {
        return named[place];
    }

    /** About how many bytes of memory it takes. */
    public int size() {
        return size;
    }
}
