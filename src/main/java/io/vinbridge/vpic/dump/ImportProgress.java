package io.vinbridge.vpic.dump;

/** Listener to an import: told of each step, and often of how far the file has been read. */
public interface ImportProgress {

    /** Nobody listens. */
    ImportProgress NONE = new ImportProgress() {};

    /** A table's rows begin. */
    default void table(String name) {}

    /** The file is read; the rows are packed, checked and put in use. */
    default void step(String what) {}
}
