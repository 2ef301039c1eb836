package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.util.List;

/** One style: the vendor's unit of identity, a trim of a model of a year in one configuration. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Style(
        int id,
        Integer modelYear,
        IdentifiedName division,
        IdentifiedName subdivision,
        IdentifiedName model,
        String name,
        String nameWithoutTrim,
        String trim,
        String modelCode,
        Boolean fleetOnly,
        Boolean modelFleet,
        Integer doors,
        String drivetrain,
        String alternateModel,
        String alternateStyle,
        String alternateBodyType,
        List<BodyType> bodyTypes,
        IdentifiedName marketClass,
        Price price,
        StockImage stockImage,
        List<Acode> acodes) {

    /** The name of the primary body type, or of the first where none is marked; null where there is none. */
    public String primaryBodyType() {
        return bodyTypes.stream()
                .filter(body -> Boolean.TRUE.equals(body.primary()))
                .findFirst()
                .or(() -> bodyTypes.stream().findFirst())
                .map(BodyType::name)
                .orElse(null);
    }
}
