package io.vinbridge.vpic.dump;

import java.util.Arrays;

/**
 * Row of a block: a line of fields with tabs between them, in COPY's own escapes. The same object serves every row of a
 * block.
 */
public final class CopyRow {

    private byte[] line;
    private int length;
    private int[] ends = new int[32];
    private int fields;

    void set(byte[] bytes, int size) {
        line = bytes;
        length = size;
        fields = 0;
        for (int i = 0; i <= length; i++) {
            if (i == length || line[i] == '\t') {
                if (fields == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * fields);
                }
                ends[fields++] = i;
            }
        }
    }

    public int fields() {
        return fields;
    }

    /** The bytes in which {@link #from} and {@link #to} count; they change with the next row. */
    public byte[] line() {
        return line;
    }

    /** Where a field begins. */
    public int from(int field) {
        return field == 0 ? 0 : ends[field - 1] + 1;
    }

    /** Where a field ends, excluded. */
    public int to(int field) {
        return ends[field];
    }
}
