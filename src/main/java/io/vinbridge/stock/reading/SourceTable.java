package io.vinbridge.stock.reading;

import java.io.Closeable;
import java.util.List;

/**
 * Stock file that is being read. What breaks off, or contradicts itself, ends it with a {@link BrokenFile}: then
 * nothing of it may be believed.
 */
public interface SourceTable extends Closeable {

    /** The next line; null after the last, when the end has been seen to be whole. */
    SourceLine next();

    /** Names of the columns, where the file has the same for all lines; else empty. */
    List<String> columns();

    /** What it is, for somebody who finds no VIN in it. */
    String outline();

    /** What stood at its end; known once {@link #next} has given null. */
    Ending ending();

    /**
     * End of a file.
     *
     * @param trailer whether a line said so
     * @param lineBreak whether the last line ended with one; true where lines do not
     */
    record Ending(boolean trailer, boolean lineBreak) {

        /** Of what has an end by its own grammar. */
        static final Ending BY_GRAMMAR = new Ending(false, true);
    }
}
