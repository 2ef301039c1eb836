package io.vinbridge.vpic.decode;

/** Source of a value. */
public enum Source {
    PATTERN("pattern"),
    FORMULA("formula"),
    ENGINE_MODEL("engine-model"),
    MANUFACTURER_CODE("wmi"),
    MODEL_YEAR("model-year"),
    MAKE_OF_MODEL("model"),
    CONVERSION("conversion"),
    SPEC_SHEET("specification-sheet"),
    DEFAULT("default");

    private final String word;

    Source(String word) {
        this.word = word;
    }

    /** As the API says it. */
    public String word() {
        return word;
    }

    boolean ofPattern() {
        return this == PATTERN || this == FORMULA || this == ENGINE_MODEL;
    }
}
