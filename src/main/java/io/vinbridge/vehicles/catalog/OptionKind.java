package io.vinbridge.vehicles.catalog;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Kind of a factory option, as far as it is publicly known: no operation of ChromeData lists them, so the names are
 * ours. An option may be of a kind that is not among them.
 */
@JsonFormat(shape = JsonFormat.Shape.OBJECT)
public enum OptionKind {
    OTHER(0, "other"),
    ENGINE(6, "engine"),
    TRANSMISSION(7, "transmission"),
    AXLE(8, "axle"),
    EQUIPMENT_GROUP(16, "equipment group"),
    WHEELS(41, "wheels"),
    PRIMARY_PAINT(68, "primary paint"),
    SEAT_TRIM(72, "seat trim");

    private final int id;
    private final String title;

    OptionKind(int id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The {@code optionKindId} of ADS. */
    @JsonProperty
    public int id() {
        return id;
    }

    /** The word for it, in English whatever the locale. */
    @JsonProperty("name")
    public String title() {
        return title;
    }
}
