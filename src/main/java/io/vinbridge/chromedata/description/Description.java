package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A whole description: what every VIN of one pattern (or one style) shares. Lists that a caller always finds, even empty, are
 * marked so; lists whose order means nothing are kept in the order of their numbers, so that equal answers have equal bytes.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Description(
        CommonFacts common,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Style> styles,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Engine> engines,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Equipment> equipment,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Option> options,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Specification> specifications,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Color> exteriorColors,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Color> interiorColors,
        List<GenericEquipment> genericEquipment,
        List<Color.GenericColor> genericColors,
        List<ConsumerInformation> consumerInformation,
        @JsonProperty("price") PriceRange price) {}
