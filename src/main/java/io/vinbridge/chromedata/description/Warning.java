package io.vinbridge.chromedata.description;

/**
 * Something the service says beside its answer; {@code code} is its word (such as {@code UnusedTrimName}),
 * {@code message} its text.
 */
public record Warning(String code, String message) {

    /**
     * What codes begin with that speak of the asked VIN itself, such as of its check digit, rather than of its pattern.
     */
    public static final String ABOUT_THE_VIN = "InvalidVin";
}
