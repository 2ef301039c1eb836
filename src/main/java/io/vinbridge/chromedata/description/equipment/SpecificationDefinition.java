package io.vinbridge.chromedata.description.equipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.description.values.IdentifiedName;

/** Definition of a technical specification, and the unit of its values. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SpecificationDefinition(IdentifiedName group, IdentifiedName header, IdentifiedName title, String unit) {}
