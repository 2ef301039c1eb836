package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.description.equipment.CategoryDefinition;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Facts that all candidate styles share: the vendor's "best" names are the common denominator over the styles, and the
 * rest is what the VIN pattern itself says. {@code country} and {@code language} are those of the data, which are
 * others than asked for where ChromeData uses another locale; prices are in that country's currency. {@code built} and
 * {@code builtMsrp} come with build data only, in an answer that belongs to one VIN.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CommonFacts(
        String country,
        String language,
        Integer modelYear,
        String make,
        String model,
        String style,
        String trim,
        String bodyType,
        String drivingWheels,
        String manufacturerIdentifier,
        String manufacturerCode,
        AmountRange gvwr,
        List<CategoryDefinition> restraints,
        List<IdentifiedName> marketClasses,
        String built,
        BigDecimal builtMsrp) {}
