package io.vinbridge.chromedata.description.equipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.util.List;

/** Recalls, awards, crash tests and warranties, by kind. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ConsumerInformation(IdentifiedName type, List<Item> items, List<Integer> styleIds) {

    /** One line of it, such as a warranty's length in months. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(String name, String note, String value) {}
}
