package io.vinbridge.events.formats.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reader of records that ends where one is far too long: a quote that is never closed makes one of all that follows.
 */
final class BoundedRecords extends FilterReader {

    private static final int LONGEST = 1_000_000;

    private int read;

    BoundedRecords(Reader text) {
        super(text);
    }

    void begin() {
        read = 0;
    }

    boolean tooLong() {
        return read > LONGEST;
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        int some = super.read(into, from, most);
        read += Math.max(0, some);
        if (read > LONGEST) {
            throw new IOException("a record is longer than " + LONGEST + " characters");
        }
        return some;
    }
}
