package io.vinbridge.chromedata.description.equipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.chromedata.description.values.PriceRange;
import java.util.List;

/** A factory option; {@code ambiguous} holds the options it might also be. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Option(
        String oemCode,
        String chromeCode,
        String alternateCode,
        IdentifiedName header,
        List<String> descriptions,
        List<OemDescription> oemDescriptions,
        Integer kindId,
        Boolean standard,
        Boolean fleetOnly,
        String utf,
        PriceRange price,
        List<Category> categories,
        List<Integer> styleIds,
        InstallationCause installed,
        List<Option> ambiguous) {

    /** A maker's own sentence about the option, in its order (service 7c). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record OemDescription(Integer sequence, String text) {}
}
