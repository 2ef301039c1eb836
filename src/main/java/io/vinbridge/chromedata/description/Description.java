package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vinbridge.chromedata.description.equipment.ConsumerInformation;
import io.vinbridge.chromedata.description.equipment.Equipment;
import io.vinbridge.chromedata.description.equipment.GenericEquipment;
import io.vinbridge.chromedata.description.equipment.Option;
import io.vinbridge.chromedata.description.equipment.Specification;
import io.vinbridge.chromedata.description.values.PriceRange;
import io.vinbridge.chromedata.notices.Benefit;
import io.vinbridge.chromedata.notices.BuildRecord;
import io.vinbridge.chromedata.notices.Recall;
import io.vinbridge.chromedata.notices.SafetyRating;
import java.util.List;

/**
 * A whole description: what every VIN of one pattern (or one style) shares. Lists that a caller always finds, even
 * empty, are marked so; what only CVD tells is empty, or absent, where ADS has answered; lists whose order means
 * nothing are kept in the order of their numbers, so that equal answers have equal bytes.
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
        @JsonProperty("price") PriceRange price,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Recall> recalls,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<SafetyRating> safetyRatings,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Benefit> benefits,
        BuildRecord build) {

    public Description {
        recalls = recalls == null ? List.of() : recalls;
        safetyRatings = safetyRatings == null ? List.of() : safetyRatings;
        benefits = benefits == null ? List.of() : benefits;
    }

    /** One that says nothing else. */
    public static Description of(CommonFacts common, List<Style> styles, List<Engine> engines) {
        return new Description(
                common, styles, engines, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), null);
    }

    /** The same with other styles. */
    public Description withStyles(List<Style> others) {
        return new Description(
                common,
                others,
                engines,
                equipment,
                options,
                specifications,
                exteriorColors,
                interiorColors,
                genericEquipment,
                genericColors,
                consumerInformation,
                price,
                recalls,
                safetyRatings,
                benefits,
                build);
    }

    /** One without what only CVD tells. */
    public Description(
            CommonFacts common,
            List<Style> styles,
            List<Engine> engines,
            List<Equipment> equipment,
            List<Option> options,
            List<Specification> specifications,
            List<Color> exteriorColors,
            List<Color> interiorColors,
            List<GenericEquipment> genericEquipment,
            List<Color.GenericColor> genericColors,
            List<ConsumerInformation> consumerInformation,
            PriceRange price) {
        this(
                common,
                styles,
                engines,
                equipment,
                options,
                specifications,
                exteriorColors,
                interiorColors,
                genericEquipment,
                genericColors,
                consumerInformation,
                price,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
